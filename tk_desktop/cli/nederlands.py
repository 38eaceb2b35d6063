"""The words of the command line in Dutch, where click has its own in English."""

import click


class _NederlandseHulp(click.Command):
    """A command whose help is Dutch."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        delen = [deel.replace("[OPTIONS]", "[opties]") for deel in self.collect_usage_pieces(ctx)]
        delen = [deel.replace("COMMAND [ARGS]...", "opdracht …") for deel in delen]
        formatter.write_usage(ctx.command_path, " ".join(delen), prefix="Gebruik: ")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        optie = super().get_help_option(ctx)
        if optie is not None:
            optie.help = "Toon deze uitleg."
        return optie

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        opties = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        regels = [regel for optie in opties if (regel := optie.get_help_record(ctx)) is not None]
        if regels:
            with formatter.section("Opties"):
                formatter.write_dl([(naam, hulp.replace("[default: ", "[standaard: ")) for naam, hulp in regels])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.epilog:
            with formatter.section("Voorbeeld"):
                for regel in self.epilog.splitlines():
                    formatter.write_text(regel)


class Opdracht(_NederlandseHulp):
    """One command."""


class Groep(_NederlandseHulp, click.Group):
    """A group of commands."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Name the options and then the commands."""
        super().format_options(ctx, formatter)
        regels = [
            (naam, opdracht.get_short_help_str(80))
            for naam in self.list_commands(ctx)
            if (opdracht := self.get_command(ctx, naam)) is not None
        ]
        with formatter.section("Opdrachten"):
            formatter.write_dl(regels)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was typed, or say in Dutch that there is none."""
        naam = args[0] if args else ""
        if naam and self.get_command(ctx, naam) is None:
            raise click.UsageError(f"De opdracht ‘{naam}’ bestaat niet.", ctx)
        return super().resolve_command(ctx, args)


def gebruiksfout(fout: click.ClickException) -> str:
    """Return in Dutch what is wrong with a command as it was typed, and where help is."""
    ctx = getattr(fout, "ctx", None)
    pad = ctx.command_path if ctx else "tk"
    return f"{_wat(fout)} (TK-C01)\nMet `{pad} --help` ziet u wat kan."


def _wat(fout: click.ClickException) -> str:
    wat = "De opdracht klopt niet."
    match fout:
        case click.NoSuchOption():
            wat = f"De optie ‘{fout.option_name}’ bestaat niet."
        case click.BadOptionUsage():
            wat = f"Bij de optie ‘{fout.option_name}’ ontbreekt een waarde."
        case click.MissingParameter():
            wat = (
                f"Er ontbreekt iets in de opdracht: {fout.param.human_readable_name.rstrip('…') if fout.param else ''}."
            )
        case click.BadParameter() if isinstance(getattr(fout.param, "type", None), click.Choice):
            keuzes = ", ".join(str(keuze) for keuze in fout.param.type.choices)  # type: ignore[union-attr]
            wat = f"Die keuze bestaat niet bij {_naam(fout)}. Kies uit: {keuzes}."
        case click.BadParameter():
            wat = f"De waarde bij {_naam(fout)} klopt niet."
        case click.UsageError() if fout.message.startswith("De "):
            wat = fout.message
        case click.UsageError() if fout.message.startswith("Got unexpected extra"):
            wat = "Er staat te veel in de opdracht. Zet namen met een spatie tussen aanhalingstekens."
    return wat


def _naam(fout: click.BadParameter) -> str:
    return fout.param.opts[0] if fout.param and fout.param.opts else "de opdracht"
