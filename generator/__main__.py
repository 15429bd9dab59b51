"""`python -m generator` is `specloom`."""

from generator.cli import main

if __name__ == "__main__":
    main(prog_name="specloom")
