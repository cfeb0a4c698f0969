// The phrases that the item-writing literature warns of, in the languages that the tool speaks. Rules are silent in all others.

/** What is matched against the words of an option, in lower case, without accents and punctuation. */
export interface ItemWriting {
  readonly allOfTheAbove: RegExp;
  readonly noneOfTheAbove: RegExp;
  /** Words that turn what is asked for around, as they are usually written: without emphasis. */
  readonly negation: RegExp;
  /** What stands in a clause, from its comma on, before a negation that only tells the situation: "What do you do if it does not rise?" */
  readonly situation: RegExp;
  /** Questions about something that is not so are no search for the wrong answer: "Why does it not rise?" */
  readonly reason: RegExp;
  /** Words without exception, among the words of an option. */
  readonly absolute: RegExp;
  /** What makes an exception of it again: "not always", "you can always come back". */
  readonly softened: RegExp;
}

const LANGUAGES: Readonly<Record<string, ItemWriting>> = {
  en: {
    allOfTheAbove:
      /^(?:(?:all|any)(?: of)?(?: the)? (?:above|previous|preceding|these|those|them|options|answers|choices|statements)(?: (?:options|answers|choices|statements|are|is|correct|right|true|apply))*|(?:both )?[a-e] (?:and|or) [a-e])$/,
    noneOfTheAbove:
      /^(?:none|neither)(?: of)?(?: the)? (?:above|previous|preceding|these|those|them|options|answers|choices|statements)(?: (?:options|answers|choices|statements|are|is|correct|right|true|apply|applies))*$/,
    negation:
      /(?<!\p{L})(?:[Nn]ot(?! (?:only|just|merely)\b)|[Ee]xcept|[Cc]annot|(?:is|are|do|does|did|was|were|ca|wo|should|would|must|has|have)n['’]t)(?!\p{L})/u,
    situation: /(?:^|[\s,])(?:if|when|while|because|although|who|unless|since|whether|so that)\s/i,
    reason: /^\W*(?:why|how come|for what reason)\b/i,
    absolute: /^(?:always|never|completely|absolutely|entirely|invariably)$/,
    softened: /^(?:not|nearly|almost|can|could|may|might)$/,
  },
  de: {
    allOfTheAbove:
      /^all(?:e|es)(?: (?:der|die|von))?(?: (?:davon|diese|dieser|diesen|oben|genannten?|obigen?|vorherigen|vorgenannten|aufgefuhrten|antworten|aussagen|optionen))+(?: (?:sind|ist|stimmen|treffen))?(?: (?:richtig|korrekt|wahr|zu))?$/,
    noneOfTheAbove:
      /^(?:keine?[rs]?|nichts)(?: (?:der|die|von))?(?: (?:davon|diese|dieser|diesen|oben|genannten?|obigen?|vorherigen|vorgenannten|aufgefuhrten|antworten?|aussagen?|optionen))+(?: (?:sind|ist|stimmt|trifft))?(?: (?:richtig|korrekt|wahr|zu))?$/,
    negation:
      /(?<!\p{L})(?:[Nn]icht(?! nur\b)|[Kk]eine?[mnrs]?|[Aa]ußer|[Aa]usgenommen|[Nn]iemals)(?!\p{L})/u,
    situation:
      /(?:^|[\s,])(?:wenn|falls|weil|obwohl|dass|damit|sobald|solange|ob)\s|^,\s*(?:der|die|das|den|dem|denen|wer|was)\s/i,
    reason: /^\W*(?:warum|weshalb|wieso|wozu|aus welchem grund)\b/i,
    absolute: /^(?:immer|nie|niemals|stets|vollig|absolut|ausnahmslos)$/,
    softened: /^(?:nicht|fast|beinahe|kann|konnen|noch)$/,
  },
  es: {
    allOfTheAbove:
      /^tod[oa]s?(?: (?:las|los|lo))?(?: (?:anteriores?|anterior|respuestas|opciones|de|arriba|mencionad[oa]s?|son|es|correctas?|correcto|ellas|ellos|estas|estos))+$/,
    noneOfTheAbove:
      /^(?:ningun[oa]?|nada)(?: de)?(?: (?:las|los|lo))?(?: (?:anteriores?|anterior|respuestas|opciones|de|arriba|mencionad[oa]s?|es|correctas?|ellas|ellos|estas|estos))+$/,
    negation:
      /(?<!\p{L})(?:[Nn]o(?! (?:solo|sólo|solamente)(?!\p{L}))|[Ee]xcepto|[Ss]alvo|[Nn]ingun[oa]|[Nn]ingún)(?!\p{L})/u,
    situation: /(?:^|[\s,¿])(?:si|cuando|porque|aunque|mientras|quien|quienes)\s/i,
    reason: /^[^\p{L}]*(?:por qué|a qué se debe)(?!\p{L})/iu,
    absolute: /^(?:siempre|nunca|jamas|absolutamente|completamente)$/,
    softened: /^(?:no|casi|puede|pueden)$/,
  },
  fr: {
    allOfTheAbove:
      /^tou(?:t|te|tes|s)(?: (?:les|ce|qui|reponses|propositions|options|choix|precede|precedentes?|precedents|ci|dessus|celles|ceux|la|cela|ces|sont|est|correctes?|corrects?|justes?|vraies?|bonnes?))+$/,
    noneOfTheAbove:
      /^(?:aucune?|rien)(?: (?:de|des|les|ce|qui|reponses?|propositions?|options?|choix|precede|precedentes?|precedents|ci|dessus|celles|ceux|la|cela|ces|n'est|est|correcte?|juste|vraie?|bonne))+$/,
    negation:
      /(?<!\p{L})(?:[Pp]as(?! seulement)|[Ss]auf|[Ee]xcepté|[Hh]ormis|[Aa]ucune?|[Jj]amais)(?!\p{L})/u,
    situation: /(?:^|[\s,])(?:si|quand|lorsque|lorsqu['’]\S*|parce qu\S*|bien qu\S*)\s|est-ce $/i,
    reason: /^\W*pourquoi\b/i,
    absolute: /^(?:toujours|jamais|absolument|completement)$/,
    softened: /^(?:pas|presque|peut|peuvent)$/,
  },
};

/** The phrases of a language (BCP 47), or undefined where nobody has written them down. */
export function itemWriting(language: string | undefined): ItemWriting | undefined {
  const [primary = ''] = (language ?? '').toLowerCase().split('-');
  return Object.hasOwn(LANGUAGES, primary) ? LANGUAGES[primary] : undefined;
}
