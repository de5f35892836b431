"""The docs are proven: every command, option, setting, format and exit code has its place in them."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import click
import pytest

from rashomon.cli import group as cli
from rashomon.export import FORMATS
from rashomon.settings import Settings

ROOT = Path(__file__).parents[2]
COMMANDS_MD = (ROOT / "docs" / "commands.md").read_text("utf-8")


def command(name: str) -> click.Command:
    found = cli.group.get_command(click.Context(cli.group), name)
    assert found is not None
    return found


def section(name: str) -> str:
    _, _, rest = COMMANDS_MD.partition(f"## `rashomon {name}`\n")
    return rest.partition("\n## ")[0]


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_is_documented_with_an_example(name: str) -> None:
    assert f"    rashomon {name} " in section(name)


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_help_has_an_example_that_is_documented(name: str) -> None:
    text = command(name).help or ""
    assert "Example:" in text
    examples = [line.strip() for line in text.split("Example:")[1].splitlines() if "rashomon " in line]
    assert examples
    for example in examples:
        assert example in section(name), f"{example!r} is not in docs/commands.md"


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_option_is_documented(name: str) -> None:
    for parameter in command(name).params:
        if isinstance(parameter, click.Option):
            assert parameter.opts[0] in section(name), f"{name} {parameter.opts[0]}"
            assert parameter.help


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_a_commands_short_help_is_its_first_line(name: str) -> None:
    """The list of commands is drawn without importing them: it must say what they say."""
    assert command(name).help
    assert command(name).name == name


def test_no_command_is_documented_that_does_not_exist() -> None:
    assert re.findall(r"^## `rashomon ([\w-]+)`", COMMANDS_MD, re.M) == list(cli.COMMANDS)


def test_every_setting_is_documented_with_its_default() -> None:
    text = (ROOT / "docs" / "settings.md").read_text("utf-8")
    for field in dataclasses.fields(Settings):
        value = list(field.default) if isinstance(field.default, tuple) else field.default
        shown = str(value).replace("'", '"')
        assert re.search(rf"^\| `{field.name}` \| {re.escape(shown)}[ (]", text, re.M), field.name


def test_every_format_is_documented() -> None:
    text = (ROOT / "docs" / "records.md").read_text("utf-8")
    for name in FORMATS:
        assert f"| `{name}` |" in text


def test_every_exit_code_is_documented() -> None:
    codes = {cli.OK, cli.ERROR, cli.USAGE, cli.SOME_FAILED, cli.INTEGRITY, cli.GATE, cli.INTERRUPTED}
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", COMMANDS_MD, re.M)} == codes


def test_every_file_that_the_docs_link_to_is_there() -> None:
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_every_key_of_the_review_is_documented() -> None:
    from rashomon.cli.review_keys import KEYS

    text = (ROOT / "docs" / "review.md").read_text("utf-8")
    told = dict(re.findall(r"^\| `(.)` \| (.+) \|$", text, re.M))
    assert set(told) == {*KEYS, "q"}
    for key, (words, _) in KEYS.items():
        assert told[key].startswith(words)


def test_every_state_of_a_decision_is_documented() -> None:
    from typing import get_args

    from rashomon.record.decision import RulingState

    text = (ROOT / "docs" / "review.md").read_text("utf-8")
    assert set(re.findall(r"^\| (\w+) \| .+ \|$", text, re.M)) - {"key", "state"} == set(get_args(RulingState))


def test_every_redaction_profile_is_documented() -> None:
    from rashomon.export import PROFILES

    for profile in PROFILES:
        assert f"`{profile}`" in section("pack")
