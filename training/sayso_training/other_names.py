"""
The same report about others: names of countries, peoples, capitals, outlets, parties, persons exchanged for others of
their sort, one word for one word, so that labels stay. What is read must not depend on who it is about, and PolNeAR
knows hardly any but two candidates of 2016.
"""
from dataclasses import replace

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
