"""Notices when an agency moves a table, or two vintages of it differ, and says what that hits."""
