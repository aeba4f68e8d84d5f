"""Lets `python -m poimenno` run the command line."""

from poimenno.cli import main

if __name__ == "__main__":
    main()
