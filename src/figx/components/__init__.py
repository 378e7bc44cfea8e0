"""The spaCy components, one idea a file.

They put what they find into `doc.spans` (with `label_` and `id_`, the rule) and plain JSON into `doc.user_data["figx"]`, so that
a Doc can be serialised and sent to another process. Nothing here decides what a figure is: `figx.figures` does.
"""
