"""`python -m figx` is `figx`."""

from figx.cli import main

if __name__ == "__main__":
    main()
