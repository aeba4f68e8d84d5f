"""Lets `python -m poimenno` run the command line."""

from poimenno.cli.main import main

if __name__ == "__main__":
    main()
