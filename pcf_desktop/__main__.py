"""Start the program: the window without arguments, the command line with them."""

import sys

from pcf_desktop import dumps


def main() -> int:
    """Run the window or a command; return the exit code."""
    dumps.forbid()
    if len(sys.argv) > 1:
        try:
            import pcf_desktop.cli  # noqa: PLC0415  # a command loads nothing of the window
        except KeyboardInterrupt:  # while it loads; a command at work says so itself
            sys.stderr.write("Stopped. Nothing was changed.\n")
            return 2
        return pcf_desktop.cli.main(sys.argv[1:])
    import pcf_desktop.launch  # noqa: PLC0415

    return pcf_desktop.launch.main()


if __name__ == "__main__":
    sys.exit(main())
