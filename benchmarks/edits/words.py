"""Words that edits put in the place of others, as pairs of the old and the new one."""

from copydesk.text.words import word_set


def pairs(listed: str) -> tuple[tuple[str, str], ...]:
    """Read pairs written as `old: new, old: new`."""
    return tuple((old.strip(), new.strip()) for pair in listed.split(",") for old, new in [pair.split(":")])


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December")
NUMBER_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
PEOPLE = ("Marta Lindqvist", "Tomas Okafor", "Ruth Halvorsen", "Daniel Ferrante", "Aisha Mbeki", "Peter Kowal")
SURNAMES = ("Lindqvist", "Okafor", "Halvorsen", "Ferrante", "Mbeki", "Kowal")
NO_NAMES = word_set("The This They There That What Police She He It Who")
PLACES = tuple(
    sorted(
        word_set(
            """
            London Paris Berlin Madrid Rome Moscow Beijing Tokyo Washington Chicago Boston Houston Atlanta Dallas Denver Seattle
            Miami Phoenix California Texas Florida Ohio Nevada Georgia Virginia Michigan Oregon Arizona Colorado Iowa Iraq Iran
            Syria Israel Egypt Turkey Ukraine Russia China Japan India Pakistan Mexico Canada Germany France Spain Italy Brazil
            """
        )
    )
)
ROLES = pairs(
    """
    prime minister: president, vice president: senator, president: vice president, governor: mayor, senator: governor,
    mayor: senator, minister: ambassador, chairman: treasurer, director: spokesman, spokesman: director, spokeswoman: director,
    secretary: governor, judge: prosecutor, prosecutor: judge, coach: captain, captain: coach, general: colonel, attorney: judge,
    sheriff: mayor, lawyer: judge, ceo: founder
    """
)
UNITS = pairs(
    """
    million: billion, billion: million, miles: kilometers, kilometers: miles, percent: percentage points, hours: days, days: weeks,
    weeks: months, months: years, years: months, minutes: hours, feet: meters, meters: feet, pounds: tons, dollars: euros, $: €,
    acres: hectares, degrees: percent, inches: feet, mph: kph
    """
)
COMPARISONS = pairs("more than: less than, less than: more than, at least: at most, fewer than: more than, higher than: lower than")
MODALS = pairs(
    """
    will: may, may: will, could: will, might: will, is expected to: will, are expected to: will, plans to: will, would: could,
    should: will, must: may, can: must
    """
)
AUXILIARIES = "is|are|was|were|has|had|will|would|could|should|can|may|might|must"
# Negated forms and what is left when the negation is gone.
NEGATED = (
    ("did not ", "did "), ("does not ", "does "), (" not ", " "), ("cannot", "can"), ("n't ", " "), ("n’t ", " "), (" no ", " a "),
    (" never ", " "), ("without ", "with "),
)  # fmt: skip
PAST = dict(
    pairs(
        """
        meet: met, make: made, take: took, give: gave, hold: held, get: got, see: saw, say: said, begin: began, send: sent,
        run: ran, lead: led, come: came, leave: left, find: found, pay: paid, put: put, know: knew, become: became, bring: brought,
        keep: kept, seek: sought, win: won, lose: lost, tell: told, build: built, speak: spoke, stand: stood, let: let, go: went,
        cost: cost, think: thought, mean: meant, fall: fell, grow: grew, buy: bought, sell: sold, be: was
        """
    )
)
PARTICIPLES = dict(
    pairs(
        """
        made: made, held: held, found: found, built: built, won: won, led: led, bought: bought, sold: sold, took: taken,
        gave: given, saw: seen, wrote: written, stole: stolen, broke: broken, chose: chosen, drove: driven, beat: beaten,
        shot: shot, struck: struck, hit: hit, sent: sent, paid: paid, brought: brought, caught: caught, lost: lost, sought: sought
        """
    )
)
UNIT_WORDS = dict(
    pairs(
        """
        km: kilometers, kilometers: km, kilometres: km, kph: kilometers per hour, mph: miles per hour, lbs: pounds, kg: kilograms,
        kilograms: kg, cm: centimeters, ft: feet, mm: millimeters, hrs: hours, sq. miles: square miles
        """
    )
)
COUNTED = (
    "people|men|women|children|officers|soldiers|homes|percent|miles|million|years|votes|others|points|hours|days|countries|students|"
    "workers|jobs|dead"
)
OPPOSITES = pairs(
    """
    rose: fell, fell: rose, increased: decreased, accepted: rejected, rejected: accepted, won: lost, lost: won, approved: rejected,
    began: ended, arrested: released, released: arrested, guilty: innocent, confirmed: denied, denied: confirmed, bought: sold,
    opened: closed, closed: opened, before: after, after: before, first: last, north: south, south: north, east: west, west: east
    """
)
VERBS = ("said", "stated", "added", "noted", "told", "warned", "announced", "claimed", "explained")
SPEECH = pairs("told: said to, stated: said, added: said, noted: said, said: stated")
SYNONYMS = pairs(
    """
    began: started, killed: slain, bought: purchased, purchased: bought, injured: wounded, approximately: about, started: began,
    wounded: injured, attempted: tried, help: assist, children: kids, large: big, car: automobile, arrested: detained,
    shooting: gunfire, quake: earthquake, earthquake: quake, film: movie, movie: film, talks: negotiations, company: firm,
    lawmakers: legislators, employees: workers, huge: enormous, nearly: almost, almost: nearly, ended: finished, halted: stopped,
    probe: investigation, blast: explosion, important: significant, firm: company, nations: countries, countries: nations,
    quickly: rapidly, happened: occurred, occurred: happened, job: post, rise: increase, increase: rise, cut: reduced
    """
)
CONTRACTIONS = pairs(
    """
    does not: doesn't, did not: didn't, is not: isn't, was not: wasn't, will not: won't, do not: don't, could not: couldn't,
    would not: wouldn't, has not: hasn't, had not: hadn't, cannot: can't, are not: aren't, doesn't: does not, didn't: did not,
    isn't: is not, wasn't: was not, don't: do not, won't: will not, it's: it is, couldn't: could not, wouldn't: would not,
    can't: cannot
    """
)
