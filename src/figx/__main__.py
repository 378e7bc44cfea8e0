"""The entry of the program, for `figx` and for `python -m figx`: it answers `--version` before anything is imported."""

import sys


def main() -> None:
    """Run the command line with the program's arguments, and exit with its status."""
    if sys.argv[1:] == ["--version"]:
        from figx import __version__

        try:
            sys.stdout.write(f"figx {__version__}\n")
            sys.stdout.flush()
        except (AttributeError, OSError):  # closed, or on a full disk: the command line says so
            pass
        else:
            return
    from figx.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()
