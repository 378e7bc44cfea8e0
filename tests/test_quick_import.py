"""spaCy without its command line: quicker, and the same for everybody after it."""

import subprocess
import sys

import pytest


def python(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)


def test_the_command_line_of_spacy_is_not_imported():
    done = python("import figx, sys; figx.extract('12 people'); print('weasel' in sys.modules, 'spacy' in sys.modules)")
    assert done.stdout.split() == ["False", "True"], done.stderr


@pytest.mark.parametrize(
    "code",
    [
        "import spacy; print(spacy.info()['spacy_version'] == spacy.__version__)",
        "import spacy.cli; print(callable(spacy.cli.download))",
        "from spacy.cli.info import info; print(info()['spacy_version'] != '')",
        "import spacy; print([token.text for token in spacy.blank('en')('Two boats.')] == ['Two', 'boats', '.'])",
    ],
)
def test_afterwards_spacy_is_whole(code):
    done = python(f"import figx; figx.extract('12 people'); {code}")
    assert done.stdout.strip().splitlines()[-1] == "True", done.stderr


def test_another_version_is_imported_as_it_is():
    code = (
        "from figx.components import quick_import; import sys; quick_import.TRIED = ();"
        "quick_import.import_spacy(); print('weasel' in sys.modules)"
    )
    assert python(code).stdout.strip() == "True"


def test_a_spacy_that_is_imported_already_is_left_alone():
    code = "import spacy.cli, figx, sys; cli = spacy.cli; figx.extract('12 people'); print(sys.modules['spacy.cli'] is cli)"
    assert python(code).stdout.strip() == "True"


def test_garbage_collection_goes_on():
    assert python("import figx, gc; figx.extract('12 people'); print(gc.isenabled())").stdout.strip() == "True"
