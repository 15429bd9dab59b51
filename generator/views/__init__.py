"""The model -> what templates print: an `Api` becomes jobs, fully worked out.

A folder for each target, strangers to one another, over `python`, which holds all Python knowledge they share.
"""
