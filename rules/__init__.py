"""The rules engine: policy text to tree, tree to readings. Pure: values in, values out."""
