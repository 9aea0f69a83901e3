"""Measures VanThu beside other full-text search engines, over the same text and the same queries."""
