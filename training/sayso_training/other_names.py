"""
The same report about others: names of countries, peoples, capitals, outlets, parties, persons exchanged for others of
their sort, one word for one word, so that labels stay. What is read must not depend on who it is about, and PolNeAR
knows hardly any but two candidates of 2016.
"""
from dataclasses import replace

from .document import Relation

GROUPS = [words.split() for words in (
    "Russia China Iran Israel Syria Turkey Greece France Germany Britain India Pakistan Japan Canada Mexico Brazil Egypt Iraq Ukraine Poland Italy Spain Australia "
    "Nigeria Kenya Venezuela Cuba Afghanistan Libya Yemen Lebanon Qatar Sudan Ethiopia Somalia Indonesia Vietnam Thailand Chile Argentina Colombia Peru Serbia Georgia America",
    "Russian Chinese Iranian Israeli Syrian Turkish Greek French German British Indian Pakistani Japanese Canadian Mexican Brazilian Egyptian Iraqi Ukrainian Polish "
    "Italian Spanish Australian Nigerian Kenyan Venezuelan Cuban Afghan Libyan Yemeni Lebanese Qatari Sudanese Ethiopian Somali Indonesian Vietnamese Thai Chilean American",
    "Russians Iranians Israelis Syrians Turks Greeks Germans Indians Pakistanis Canadians Mexicans Brazilians Egyptians Iraqis Ukrainians Palestinians Americans Kurds Serbs",
    "Moscow Beijing Tehran Jerusalem Damascus Ankara Athens Paris Berlin London Islamabad Tokyo Ottawa Cairo Baghdad Kyiv Kiev Warsaw Rome Madrid Canberra Caracas Havana "
    "Kabul Tripoli Doha Khartoum Jakarta Hanoi Bangkok Belgrade Brussels Geneva Washington",
    "Reuters Xinhua TASS BBC CNN RT AFP NPR CNBC MSNBC Bloomberg Politico Axios BuzzFeed Sputnik Haaretz CGTN Breitbart Interfax Yonhap",
    "Republicans Democrats Conservatives Socialists Liberals Greens Islamists Communists",
    "Muslims Christians Jews Hindus Catholics Protestants Buddhists Sikhs",
    "Trump Clinton Obama Sanders Cruz Rubio Bush Biden Putin Merkel Erdogan Assad Netanyahu Macron Johnson Modi Abe Trudeau Maduro Rouhani Zarif Lavrov Zelensky Kerry Ryan "
    "McConnell Pelosi Pence Kaine Haddad Okafor Nguyen Petrov Kowalski Silva Tanaka Hassan Mbeki Fernandez Schmidt Rossi Novak Ivanova Chen Park Demir Papadakis Osei Romney Warren "
    "Carson Kasich Christie Giuliani Conway Manafort Comey Lynch Ramos Larsen Dubois Morozov Rahman Singh Alvarez Costa",
    "Donald Hillary Barack Bernie Ted Marco Jeb Mike Tim Paul John James Robert Michael David Mary Sarah Elizabeth Anna Omar Fatima Olga Kwame Li Mehmet Sergei Angela Emmanuel "
    "Boris Narendra Nicolas Ivan Elena Yusuf Aisha Pedro Lucia Hans Ingrid Giorgos Mei Kofi Bill Chris Ben Mitt Melania Ivanka Kellyanne",
)]
#: Exchanged one for the other, all or none of a text. “her” is “his” or “him”; the network can live with the odd one.
GENDERS = {"he": "she", "she": "he", "He": "She", "She": "He", "his": "her", "him": "her", "her": "his", "His": "Her", "Her": "His", "himself": "herself", "herself": "himself",
           "man": "woman", "woman": "man", "spokesman": "spokeswoman", "spokeswoman": "spokesman"}


def rename(document, chance):
    """A copy of the document about others; its labels and spans are those of the original."""
    table = dict(GENDERS) if chance.random() < 0.5 else {}
    there = set(document.words)
    for group in GROUPS:
        present = sorted(there.intersection(group))
        table |= zip(present, chance.sample(group, len(present)))
    return replace(document, words=[table.get(word, word) for word in document.words])


def about_others(document, chance):
    """The same report about others, some of whose names are shorter."""
    renamed = rename(document, chance)
    return shorten(renamed, chance) if chance.random() < 0.5 else renamed


def is_name_like(word):
    return len(word) > 2 and word.isalpha() and word[0].isupper() and word[1:].islower()


def shorten(document, chance):
    """
    A copy in which about half of the pairs of capital words have lost their first word, “Donald Trump” in “Trump”, each
    pair everywhere or nowhere: where a statement begins and ends must not depend on how many words a name has. For
    documents without trees. A pair that the border of a span cuts in two stays.
    """
    words, borders = document.words, {edge for r in document.relations + document.nested_relations for part in (r.source, r.cue, *r.content) if part for edge in part}
    borders |= {edge for trigger, _, fillers in document.event_roles for part in (trigger, *fillers) for edge in part}
    pairs = {}
    for i in range(1, len(words) - 1):
        if is_name_like(words[i]) and is_name_like(words[i + 1]) and document.gap[i] == 1 and document.gap[i + 1] == 1 and not is_name_like(words[i - 1]):
            pairs.setdefault((words[i], words[i + 1]), []).append(i)
    dropped = {i for at in pairs.values() if not any(i + 1 in borders for i in at) and chance.random() < 0.5 for i in at}
    if not dropped:
        return document
    kept = [i for i in range(len(words)) if i not in dropped]
    new_place = [0]
    for i in range(len(words)):
        new_place.append(new_place[-1] + (i not in dropped))
    move = lambda part: part and (new_place[part[0]], new_place[part[1]])
    moved = lambda relations: [Relation(move(r.source), move(r.cue), [move(part) for part in r.content]) for r in relations]

    def column(values, is_bio=False):
        if values is None:
            return None
        # What has lost its B begins with what was its first I; classes are O, B, I, B, I, …
        begins = lambda i: is_bio and i - 1 in dropped and values[i - 1] > 0 and values[i - 1] % 2 == 1 and values[i] == values[i - 1] + 1
        return [values[i - 1] if begins(i) else values[i] for i in kept]

    asked = document.asked and [int(a or (i > 0 and i - 1 in dropped and document.asked[i - 1])) for i, a in enumerate(document.asked)]
    return replace(
        document, words=column(words), gap=column(document.gap), quote=column(document.quote), attribution=column(document.attribution, True),
        nested=column(document.nested, True), kind=column(document.kind), setting=column(document.setting, True), meant=column(document.meant),
        asked=column(asked), relations=moved(document.relations), nested_relations=moved(document.nested_relations),
        event_mark=column(document.event_mark, True), event_type=column(document.event_type), event_status=column(document.event_status),
        event_roles=[(move(trigger), role, [move(part) for part in fillers]) for trigger, role, fillers in document.event_roles],
    )
