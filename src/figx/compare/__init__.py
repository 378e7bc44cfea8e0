"""Figures compared with figures: between two texts, through many, within one.

Pure functions of `Figure` records: no spaCy, no pint, nothing read but the word lists. `wordlists` and `claim` say what a
figure claims, `barriers` which two claims must not be compared, `similarity` how alike they are, `assignment` and
`alignment` which belong together; `diff`, `series` and the checks stand on these.
"""
