/*
 * A catalogue that has nothing in common with the shipped one but the format: letters in its ids, themes and elements
 * that are numbered to another depth, a prefix, an element without probes, former ids and a printed number. Where a
 * test passes with this one too, nothing is tied to the first.
 */

/** The text of the catalogue. */
export const countryText = `---
id: country-parks-2027
title: "Country Parks: what good looks like"
language: en
edition: 2027
prefix: cp
replaces: country-parks-2020
---

# Theme A1: Paths and places

Also known as: Ways; Paths, places and "edges"

Formerly: A

Everybody can get around.

- on foot
- on wheels

## Element A1.1: Paths

### Standards

- A1.1.1 Paths are open all year
- A1.1.2 Paths are signed in English & Welsh (printed P-2(a)) (formerly A.7)
- A1.1.10 Gates can be opened from a wheelchair

### Probes

1. Is there a list of closed paths?
2. Who mends a gate, and by when? (formerly A.3)

## Element A1.2: Water

Formerly: A.9

### Standards

- A1.2.1 Banks are safe

### Sources of evidence

1. Rangers' log

# Theme B2: Wildlife

## Element B2.4: Birds

### Standards

- B2.4.1 Nests are left in peace from March to July
`;
