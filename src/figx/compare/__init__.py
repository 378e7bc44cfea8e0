"""Figures compared with figures: between two texts, through many, within one.

Pure functions of `Figure` records: no spaCy, no pint, nothing read but the word lists. `wordlists` and `claim` say what a
figure claims, `similarity` how alike two claims are and which must not be compared, `assignment` and `alignment` which
belong together; `diff`, `series` and the checks stand on these.
"""
