"""Briefs: blocks, language, charts, the document, and its views as HTML and PDF."""
