"""A consistency lint: each module finds one sort of fault among figures, `check` runs them all.

`finding` is what they give, `spread` what values a stated number leaves open, `parts` the lists of parts in a sentence.
"""
