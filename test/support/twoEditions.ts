/*
 * Two editions of one catalogue, as this product writes them. Between them a standard gets other words, one is split, one
 * goes and one comes, two probes change places, and elements take numbers that others had.
 */

/** The earlier edition, `own-2026`. */
export const old = `---
id: own-2026
---

# Theme 1: Homes

## Element 1: Home life

### Standards

- 1.1 Children feel at home
- 1.2 Children have a say in the rules
- 1.3 Children are heard
- 1.4 Children are fed

### Probes

1. Ask about meals
2. Ask about bedtime

## Element 2: School

### Standards

- 2.1 Children go to school
- 2.2 Schools are told
`;

/** The later one, `own-2027`, which says what was what. */
export const now = `---
id: own-2027
replaces: own-2026
---

# Theme 1: Homes

## Element 2: Home life

Formerly: 1

### Standards

- 2.1 Children feel safe at home (formerly 1.1)
- 2.2 Children make the rules (formerly 1.2)
- 2.3 Children have a say (formerly 1.2)
- 2.4 Children are heard

### Probes

1. Ask about bedtime
2. Ask about meals

## Element 3: School

Formerly: 2

### Standards

- 3.1 Children go to school
- 3.2 Schools are told
- 3.3 Schools answer
`;
