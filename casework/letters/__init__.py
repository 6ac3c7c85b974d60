"""Letters of a case: what they may say, planned and kept, proved, issued, and their clocks."""
