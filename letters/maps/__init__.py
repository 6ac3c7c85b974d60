"""Route maps in letters: ground, signs and names, on paper and on a web page."""
