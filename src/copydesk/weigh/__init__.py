"""What a story's articles say: claims, quotes, differences, initiatives and a timeline."""

from copydesk.ports import Vectors
from copydesk.records import Material, Weighed
from copydesk.weigh.cast import Cast
from copydesk.weigh.claims import claims_of, on_unnamed
from copydesk.weigh.config import WeighConfig
from copydesk.weigh.deeds import Deeds
from copydesk.weigh.differences import differences_of
from copydesk.weigh.ground import Ground
from copydesk.weigh.heads import leading
from copydesk.weigh.initiatives import initiatives_of
from copydesk.weigh.links import linked, opening, quoting
from copydesk.weigh.merge import merged
from copydesk.weigh.newness import latest
from copydesk.weigh.nodes import common_words, nodes_of
from copydesk.weigh.properties import properties_of
from copydesk.weigh.propose import propose, weighted
from copydesk.weigh.questions import unanswered
from copydesk.weigh.quotes import quotes_of
from copydesk.weigh.retold import retold
from copydesk.weigh.scene import Scene
from copydesk.weigh.timeline import timeline_of
from copydesk.weigh.titled import titles_of
from copydesk.weigh.units import units_of

__all__ = ["WeighConfig", "weigh"]


def weigh(material: Material, vectors: Vectors, config: WeighConfig) -> Weighed:
    """Say what a story's articles claim, who said it in which words, where they differ, what was announced, and what happened when.

        articles -> units (sentences, safe clauses) -> nodes (equal words once, with slots: who, how many, when, how firmly)
        nodes    -> terms and reuse links propose pairs -> slots and word vectors decide -> groups -> claims with origins
        claims   -> differences (same slot, other value) · initiatives · timeline · what no article says though readers will ask
        articles -> quotes, the same words of the same speaker as one

    Args:
        material: The story's marked articles and where their passages come from; the order of the articles changes nothing.
        vectors: Puts sentences of like meaning near each other.
        config: The thresholds.

    Returns:
        Claims by importance, `c1` first; every passage is a whole sentence of an article, every origin one of the lineage's.
        Adding a copy of an article raises no interval. Raises nothing on any material.
    """
    cast = Cast(material.articles)
    ground = Ground(material.lineage)
    nodes = nodes_of((unit for marked in material.articles for unit in units_of(marked)), cast)
    terms = weighted(nodes)
    common = common_words(nodes)
    deeds = Deeds(nodes, cast)
    again = retold(nodes, deeds, config)
    pairs = propose(terms, linked(nodes, material.lineage), (*quoting(nodes), *opening(nodes), *again.same), config)
    scene = Scene(
        nodes=nodes,
        pairs=pairs,
        near={(p.a, p.b): p for p in pairs if p.lexical >= config.proposed or (p.a, p.b) not in again.same},
        telling=tuple([node.plain - common for node in nodes]),
        owned=tuple([tuple(properties_of(node, cast)) for node in nodes]),
        titled=titles_of(nodes, cast),
        cast=cast,
        deeds=deeds,
        retold=again,
        latest=latest(material.articles),
        config=config,
    )
    made = claims_of(merged(scene, vectors), terms, ground, scene)
    return Weighed(
        claims=made.claims,
        quotes=quotes_of(material.articles, material.lineage, cast, config),
        differences=differences_of(scene, made, ground),
        initiatives=initiatives_of(scene, made, ground),
        timeline=timeline_of(scene, made.of_node),
        unnamed=on_unnamed(made.claims),
        unanswered=unanswered(scene, made),
        leading=leading(made.claims, material, vectors),
    )
