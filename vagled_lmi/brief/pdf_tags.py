def with_row_headers(pdf): return pdf
