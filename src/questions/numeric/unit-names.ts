/**
 * What people write for a unit instead of its symbol, in English, German, French and Spanish: without accents and in lower case.
 * Symbols are those of mathjs where it knows the unit.
 */
const NAMES: Readonly<Record<string, string>> = {
  m: 'meter meters metre metres metern metro metros',
  g: 'gram grams gramme grammes gramm gramo gramos',
  s: 'sec secs second seconds sek sekunde sekunden seconde secondes seg segundo segundos',
  l: 'liter liters litern litre litres litro litros',
  N: 'newton newtons',
  J: 'joule joules julio julios',
  W: 'watt watts vatio vatios',
  Wh: 'wattstunde wattstunden wattheure wattheures vatiohora vatioshora',
  V: 'volt volts voltio voltios',
  A: 'ampere amperes amp amps amperio amperios',
  C: 'coulomb coulombs culombio culombios',
  F: 'farad farads faradio faradios',
  ohm: 'ohms ohmio ohmios',
  Hz: 'hertz hercio hercios',
  Pa: 'pascal pascals',
  bar: 'bars bares',
  mol: 'mole moles mols',
  cal: 'calorie calories kalorie kalorien caloria calorias',
  eV: 'electronvolt electronvolts elektronenvolt electronvoltio electronvoltios',
  B: 'byte bytes octet octets',
  b: 'bit bits',
  K: 'kelvin kelvins',
  degC: 'celsius centigrade',
  degF: 'fahrenheit',
  deg: '° degree degrees grad degre degres grado grados',
  rad: 'radian radians radiant radianes',
  min: 'mins minute minutes minuten minuto minutos',
  h: 'hr hrs hour hours std stunde stunden heure heures hora horas',
  day: 'd days tag tage tagen jour jours dia dias',
  week: 'weeks woche wochen semaine semaines semana semanas',
  month: 'months monat monate monaten mois mes meses',
  year: 'years jahr jahre jahren an ans annee annees ano anos',
  t: 'tonne tonnes tonnen tonelada toneladas',
  ha: 'hectare hectares hektar hectarea hectareas',
  acre: 'acres',
  in: 'inch inches zoll pouce pouces pulgada pulgadas',
  ft: 'foot feet fuss fuß pied pieds pie pies',
  yd: 'yard yards',
  mi: 'mile miles meile meilen milla millas',
  lb: 'lbs pound pounds',
  oz: 'ounce ounces unze unzen once onces onza onzas',
  gallon: 'gallons gallone gallonen galon galones',
  pint: 'pints pinte pintes pinta pintas',
  '%': 'percent prozent',
  '€': 'eur euro euros',
  $: 'usd dollar dollars dolar dolares',
};

const TAKES_PREFIX = 'm g s l N J W Wh V A C F ohm Hz Pa bar mol cal eV B b'.split(' ');

/** How a prefix is written out, in any of the languages, with its symbol. */
const PREFIXES: readonly (readonly [name: string, symbol: string])[] = [
  ['nano', 'n'],
  ['micro', 'u'],
  ['mikro', 'u'],
  ['milli', 'm'],
  ['mili', 'm'],
  ['centi', 'c'],
  ['zenti', 'c'],
  ['deci', 'd'],
  ['dezi', 'd'],
  ['hecto', 'h'],
  ['hekto', 'h'],
  ['kilo', 'k'],
  ['mega', 'M'],
  ['giga', 'G'],
  ['tera', 'T'],
];

const SYMBOLS = new Map<string, string>();
for (const [symbol, written] of Object.entries(NAMES)) {
  for (const name of written.split(' ')) {
    SYMBOLS.set(name, symbol);
    if (!TAKES_PREFIX.includes(symbol)) continue;
    for (const [prefix, sign] of PREFIXES) SYMBOLS.set(`${prefix}${name}`, `${sign}${symbol}`);
  }
}
/** A kilogram is often a kilo. */
for (const name of ['kilo', 'kilos']) SYMBOLS.set(name, 'kg');

/** Every name, for "did you mean". */
export const UNIT_NAMES: readonly string[] = [...SYMBOLS.keys()];

/** The symbol of a name as `foldName` gives it. */
export function symbolNamed(folded: string): string | undefined {
  return SYMBOLS.get(folded);
}

/** A name without accents and capitals: `Kilomètre` is `kilometre`. */
export function foldName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Where names have their accents. */
const ACCENTED: readonly (readonly [RegExp, string])[] = [
  [/metre/, 'mètre'],
  [/ometro/, 'ómetro'],
  [/imetro/, 'ímetro'],
  [/^ampere/, 'ampère'],
  [/degre(?=s?$)/, 'degré'],
  [/^dia/, 'día'],
  [/^ano/, 'año'],
  [/^annee/, 'année'],
  [/^hectarea/, 'hectárea'],
  [/^galon$/, 'galón'],
  [/caloria/, 'caloría'],
  [/^dolar/, 'dólar'],
];

/** The names of a symbol, with and without their accents; none for one that has none here. */
export function namesOfUnit(symbol: string): readonly string[] {
  return UNIT_NAMES.filter((name) => SYMBOLS.get(name) === symbol).flatMap((name) => {
    const accents = ACCENTED.find(([plain]) => plain.test(name));
    return accents === undefined ? [name] : [name, name.replace(...accents)];
  });
}

/** Is it one of the usual units, by its symbol? */
export function isUsualUnit(symbol: string): boolean {
  return USUAL.has(symbol);
}

const USUAL: ReadonlySet<string> = new Set(SYMBOLS.values());
