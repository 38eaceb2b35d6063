"""Projects with their subprojects, in order; a ring of subprojects, which two laptops can make, is opened and named."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tk_desktop.domain.programma import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Projecttak:
    """A project with what stands under it; ``diepte`` 0 is a project of a themalijn.

    ``kring``: it stood, through its subprojects, under itself, and is shown at the top instead.
    """

    project: Project
    diepte: int
    kring: bool = False


def takken(projecten: Sequence[Project]) -> tuple[Projecttak, ...]:
    """Return every project once, each before its subprojects; nothing is lost in a ring or under a lost parent.

    A subproject of which nobody says what it belongs to (``is_sub`` without ``ouder_id``) stands where it stands.
    """
    per_id = {project.id: project for project in projecten}
    in_kring = kringen(projecten)
    onder: dict[str | None, list[Project]] = {}
    for project in sorted(projecten, key=lambda een: (een.volgorde, een.id)):
        boven = project.ouder_id if project.ouder_id in per_id and project.id not in in_kring else None
        onder.setdefault(boven, []).append(project)
    uit: list[Projecttak] = []
    stapel = [(project, 0) for project in reversed(onder.get(None, []))]
    while stapel:
        project, diepte = stapel.pop()
        uit.append(Projecttak(project=project, diepte=diepte, kring=project.id in in_kring))
        stapel += [(kind, diepte + 1) for kind in reversed(onder.get(project.id, []))]
    return tuple(uit)


def kringen(projecten: Sequence[Project]) -> frozenset[str]:
    """Return the ids of the projects that stand, through others, under themselves."""
    return onder_zichzelf({project.id: project.ouder_id for project in projecten})


def onder_zichzelf(ouders: Mapping[str, str | None]) -> frozenset[str]:
    """Return what stands under itself, by what each thing stands under."""
    return frozenset(een for een in ouders if een in _boven(een, ouders))


def alles_onder(projecten: Sequence[Project], boven: Iterable[str]) -> frozenset[str]:
    """Return the ids of all that stands under these projects, however deep; a ring ends where it closes."""
    begin = frozenset(boven)
    ouders = {project.id: project.ouder_id for project in projecten}
    return frozenset(id_ for id_ in ouders if id_ not in begin and _boven(id_, ouders) & begin)


def maakt_kring(projecten: Sequence[Project], project_id: str, ouder_id: str) -> bool:
    """Tell whether a project that is put under another would stand under itself."""
    return ouder_id == project_id or project_id in _boven(ouder_id, {een.id: een.ouder_id for een in projecten})


def _boven(id_: str, ouders: Mapping[str, str | None]) -> frozenset[str]:
    gezien: set[str] = set()
    boven = ouders.get(id_)
    while boven is not None and boven not in gezien:
        gezien.add(boven)
        boven = ouders.get(boven)
    return frozenset(gezien)
