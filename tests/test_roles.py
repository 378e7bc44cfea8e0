"""What a country is to its sentence."""

from __future__ import annotations

import pytest

from figx.mentions import mentions_of
from figx.roles import Role
from test_names import read  # noqa: F401  (a fixture)

PLACE, ACTOR, SOURCE = Role.PLACE, Role.ACTOR, Role.SOURCE


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Chad hosts them.", [PLACE]),
        ("The camps of Chad are full.", [PLACE]),
        ("Israeli air strikes hit Gaza.", [PLACE]),
        ("Russia's war on Ukraine goes on.", [PLACE]),
        ("Russia's full-scale invasion of Ukraine goes on.", [PLACE]),
        ("The war in Sudan goes on.", [PLACE]),
        ("The Syrian war goes on.", [PLACE]),
        ("Sudan's war goes on.", [ACTOR]),
        ("Syrian forces left.", [ACTOR]),
        ("Israel bombed Lebanon.", [ACTOR, PLACE]),
        ("They were killed by Eritrea.", [ACTOR]),
        ("They were stopped by French police.", [PLACE]),
        ("They are hosted by Lebanon.", [PLACE]),
        ("a report by Danish doctors", [SOURCE]),
        ("Turkish officials said so.", [SOURCE]),
        ("The prime minister of Iraq said so.", [SOURCE]),
        ("Syrian forces said so.", [SOURCE]),
        ("Jordan says it hosts them.", [PLACE]),
        ("Jordan says they will go.", [PLACE]),
        ("All is well, said the Turkish minister.", [SOURCE]),
        ("They told Kenyan radio.", [SOURCE]),
        ("according to the Kenyan government", [SOURCE]),
        ("Norway would like to thank Chad.", [SOURCE, PLACE]),
        ("Some 300 refugees from Syria reported abuse.", [PLACE]),
        ("with the support of Japan and Norway", [ACTOR, ACTOR]),
        ("together with the Government of Kenya", [ACTOR]),
        ("since independence from Britain", []),
        ("U.S.-led raids in Iraq", [PLACE]),
        ("weapons to fight the Russians in Ukraine", [ACTOR, PLACE]),
        ("They pushed back the Russians.", [ACTOR]),
        ("Russia launched strikes on Ukraine.", [ACTOR, PLACE]),
        ("Russia launched a school.", [PLACE]),
        ("Chad recorded 300 cases.", [PLACE]),
        ("Chad reported 300 cases.", [PLACE]),
        ("Rwanda says his country waits.", [PLACE]),
        ("We say to the American Administration that we wait.", []),
        ("They go from the United States to Mexico.", [PLACE, PLACE]),
    ],
)
def test_roles(text, roles, read):  # noqa: F811
    assert [mention.role for mention in mentions_of(read(text))] == roles
