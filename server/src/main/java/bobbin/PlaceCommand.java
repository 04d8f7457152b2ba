package bobbin;

import picocli.CommandLine.Command;

/** What the operator does with places. */
@Command(
        name = "place",
        description = "Look at places that people can tag, and bring more of them.",
        subcommands = {PlaceImportCommand.class, PlaceListCommand.class, PlaceShowCommand.class},
        footer = {
            "",
            "Examples:",
            "  bobbin place import places.csv",
            "  bobbin place list menlo park",
            "  bobbin place show sight:eiffel-tower"
        })
final class PlaceCommand {}
