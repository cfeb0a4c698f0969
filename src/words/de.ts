/** German, in the polite form. */
import { counter, numbers, percents } from './format.ts';
import type { Language, SiteWords } from './language.ts';
import { clauses, join, list, type Sentences, say, standing } from './sentences.ts';

export const tag = 'de';
export const number = /* @__PURE__ */ numbers(tag);
export const percent = /* @__PURE__ */ percents(number);
const count = /* @__PURE__ */ counter(tag, number);

const quote = (title: string) => `„${title}“`;
const attempts = (number: number) => count(number, 'Versuch', 'Versuche');
const points = (number: number) => count(number, 'Punkt', 'Punkte');
const ofPoints = (number: number) => count(number, 'Punkt', 'Punkten');
const entries = (number: number) => count(number, 'Eintrag', 'Einträge');
/** What a file brought, which may be none that this version can read. */
const brought = (things: number, other: string) => (things === 0 ? other : entries(things));
// Apart, since a bundle that reads one part of another carries both.
const go = (title: string) => `Weiter: ${title}`;
const waits = (title: string) => `Als Nächstes kommt ${quote(title)}. Diese Seite ist noch gesperrt.`;
const questionOf = (index: number, of: number) => `Frage ${index} von ${of}`;
const finished = 'Sie haben den Kurs abgeschlossen.';
const toCompletion = 'Zur Abschlussseite';

export const sentences: Sentences = {
  title: quote,
  reason(reason, names) {
    switch (reason.type) {
      case 'earlier':
        return say`Schließen Sie zuerst ${{ item: reason.item }} ab.`;
      case 'pass': {
        const quiz = { item: reason.quiz };
        const rest = standing(
          reason,
          (best) => `bestes Ergebnis bisher ${percent(best)}`,
          (left) => `noch ${attempts(left)}`,
        );
        return reason.mark === undefined
          ? say`Geben Sie ${quiz} ab${rest}`
          : say`Bestehen Sie ${quiz} mit ${percent(reason.mark)}${rest}`;
      }
      case 'review':
        return say`Gehen Sie ${list(reason.items, ' und ')} vor dem nächsten Versuch bei ${{ item: reason.quiz }} noch einmal durch.`;
      case 'exhausted': {
        const then =
          reason.policy === 'review'
            ? '. Wenn Sie den Stoff wiederholen, erhalten Sie neue.'
            : reason.policy === 'contact'
              ? '. Bitten Sie Ihre Kursleitung, das Quiz wieder zu öffnen.'
              : ', ohne dass es bestanden wurde.';
        return say`Alle Versuche bei ${{ item: reason.quiz }} sind aufgebraucht${then}`;
      }
      case 'branch':
        return say`Schließen Sie zuerst ${{ item: reason.branch }} ab: Damit haben Sie begonnen.`;
      case 'not-chosen':
        return say`In ${{ item: reason.section }} haben Sie ${list(reason.chosen, ' und ')} gewählt.`;
      case 'requires':
        return say`Dies öffnet sich, sobald ${join(
          reason.unmet.map((part) => this.condition(part, names)),
          ' und ',
        )}.`;
      case 'parent':
        return say`${{ item: reason.section }} ist noch nicht offen.`;
    }
  },
  // Subordinate clauses, the verb at the end.
  condition(condition, names) {
    switch (condition.type) {
      case 'all':
        return clauses(this, condition.of, names, ' und ', 'nichts weiter verlangt wird');
      case 'any':
        return clauses(this, condition.of, names, ' oder ', 'das Unmögliche eintritt');
      case 'not':
        return say`nicht gilt, dass ${clauses(this, [condition.of], names, '')}`;
      case 'completed':
        return say`Sie ${{ item: condition.item }} abgeschlossen haben`;
      case 'passed':
        return say`Sie ${{ item: condition.quiz }} bestanden haben`;
      case 'failed':
        return say`Sie ${{ item: condition.quiz }} abgegeben, aber nicht bestanden haben`;
      case 'score': {
        const { from, below } = condition;
        const quiz = { item: condition.quiz };
        const bounds = [
          ...(from === undefined ? [] : [`mindestens ${percent(from)}`]),
          ...(below === undefined ? [] : [`weniger als ${percent(below)}`]),
        ];
        return bounds.length === 0
          ? say`Sie ${quiz} abgegeben haben`
          : say`Ihr bestes Ergebnis in ${quiz} ${bounds.join(' und ')} beträgt`;
      }
      case 'attempts':
        return say`Sie bei ${{ item: condition.quiz }} mindestens ${attempts(condition.from)} gemacht haben`;
      case 'chosen':
        return say`Sie ${{ item: condition.option }} gewählt haben`;
      case 'mastered':
        return say`Sie ${names.competency(condition.competency)} beherrschen`;
      case 'points':
        return say`Sie mindestens ${points(condition.from)} haben`;
      case 'badge':
        return say`Sie das Abzeichen ${names.badge(condition.badge)} erhalten haben`;
      case 'after':
        return say`der ${names.date(condition.at)} erreicht ist`;
      case 'before':
        return say`der ${names.date(condition.at)} noch nicht erreicht ist`;
    }
  },
};

export const state: Language['state'] = {
  locked: 'Gesperrt',
  done: 'Erledigt',
  again: 'Noch einmal',
  passed: 'Bestanden',
  failed: 'Nicht bestanden',
  started: 'Begonnen',
  inProgress: 'In Arbeit',
  optional: 'Freiwillig',
};

export const toDo: Language['toDo'] = {
  manual: 'Markieren Sie diese Seite als erledigt, wenn Sie weitergehen möchten.',
  video: (share, watched) =>
    `Sehen Sie sich ${percent(share)} des Videos an, um diese Seite abzuschließen: bisher ${percent(watched)}.`,
  questions: (answered, all) =>
    `Beantworten Sie alle Fragen auf dieser Seite, um sie abzuschließen: ${number(answered)} von ${number(all)} beantwortet.`,
};

export const finish: Language['finish'] = {
  page: 'Diese Seite abschließen',
  mark: 'Als erledigt markieren',
  reviewed: 'Ich bin alles noch einmal durchgegangen',
  gone: 'Ich bin alles durchgegangen',
};

export const storage: Language['storage'] = {
  refused:
    'Dieser Browser erlaubt dem Kurs nicht, Ihren Fortschritt zu behalten: Er geht verloren, sobald Sie diese Seite verlassen. Erlauben Sie Websitedaten für diese Website oder speichern Sie Ihren Fortschritt als Datei.',
  full: 'Dieser Browser hat keinen Platz mehr für Ihren Fortschritt: Er geht verloren, sobald Sie diese Seite verlassen. Speichern Sie Ihren Fortschritt als Datei und schaffen Sie dann Platz.',
  portable: {
    refused:
      'Dieser Browser erlaubt dem Kurs nicht, Ihren Fortschritt zu behalten: Er geht verloren, sobald Sie dieses Fenster schließen oder neu laden. Speichern Sie Ihren Fortschritt vorher als Datei.',
    full: 'Dieser Browser hat keinen Platz mehr für Ihren Fortschritt: Er geht verloren, sobald Sie dieses Fenster schließen oder neu laden. Speichern Sie Ihren Fortschritt als Datei und schaffen Sie dann Platz.',
  },
  separate:
    'Von einem Datenträger geöffnet, behält dieser Browser den Fortschritt jeder Seite für sich; darum bleiben Seiten gesperrt. Öffnen Sie den Kurs von einem Webserver oder mit Chrome oder Edge.',
  save: 'Fortschritt speichern',
  again: 'Ihr Fortschritt wird wieder in diesem Browser behalten.',
};

export const late: Language['late'] = {
  missing:
    'Ein Teil dieser Seite konnte nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  again: 'Noch einmal versuchen',
};

export const gate: Language['gate'] = {
  title: 'Diese Seite ist noch gesperrt',
  hidden: 'Diese Seite gehört nicht zu Ihrem Weg durch den Kurs.',
  preview: 'Für Lernende gesperrt, in der Vorschau sichtbar',
  why: 'Das öffnet sie:',
  waits,
  anyway: 'Trotzdem anzeigen',
  apartTitle: 'Dieser Browser behält nicht, was diese Seite öffnet',
  apart:
    'Dieser Browser behält nichts von dem, was Sie auf anderen Seiten tun; darum kann diese Seite nicht wissen, was Sie abgeschlossen haben. Sie können sie trotzdem öffnen.',
  choose: (title) => `${quote(title)} wählen?`,
  chooseOf: (picks, options) => `Sie nehmen ${number(picks)} von ${number(options)}:`,
  chooseFixed: 'Sobald Sie beginnen, schließen sich die anderen.',
  chooseSwitch: 'Sie können es sich später anders überlegen.',
  other: ' Das war zuerst da, in einem anderen Tab oder auf einem anderen Gerät. Diese Seite zählt nicht.',
  begin: (title) => `${quote(title)} nehmen`,
  instead: (title) => `Zu ${quote(title)} wechseln`,
  review: 'Sie sind hier, um zu wiederholen',
  reviewFor: (attempt, quiz) =>
    say`Gehen Sie vor Versuch ${number(attempt)} bei ${quiz} dies noch einmal durch und bestätigen Sie es am Ende der Seite:`,
};

export const next: Language['next'] = {
  title: 'Wie es weitergeht',
  go,
  back: (title) => `Noch offen: ${title}`,
  again: (title) => `Noch einmal durchgehen: ${title}`,
  choose: 'Wählen Sie, wie es weitergeht:',
  finished,
  certificate: toCompletion,
  backTo: (title) => `Zurück zu ${quote(title)}`,
};

export const autoplay: Language['autoplay'] = {
  soon: (title, seconds) => `${quote(title)} beginnt in ${count(seconds, 'Sekunde', 'Sekunden')}.`,
  cancel: 'Abbrechen',
  now: 'Jetzt beginnen',
  toggle: 'Von selbst zur nächsten Seite weitergehen',
  announce: (title, seconds) =>
    `Die nächste Seite, ${title}, beginnt in ${count(seconds, 'Sekunde', 'Sekunden')}. Drücken Sie Abbrechen, um hierzubleiben.`,
};

export const question: Language['question'] = {
  answer: 'Geben Sie zuerst eine Antwort.',
  right: 'Richtig.',
  wrong: 'Noch nicht richtig.',
  partly: (share) => `Teilweise richtig: ${percent(share)}.`,
  paid: (share) => `Mit den geöffneten Hinweisen zählt das ${percent(share)}.`,
  kept: 'Danke. Ihre Antwort ist gespeichert.',
  explanation: 'Erklärung',
};

export const help: Language['help'] = {
  material: 'Sehen Sie sich dies noch einmal an:',
  again: 'Versuchen Sie es noch einmal.',
  changed: 'Diese Frage hat sich geändert, seit Sie zuletzt an ihr gearbeitet haben.',
};

export const remarks: Language['remarks'] = {
  spelling: 'Fast richtig: Prüfen Sie die Schreibweise.',
  case: 'Richtig bis auf Groß- und Kleinschreibung, die hier zählt.',
  accents: 'Richtig bis auf die Akzente, die hier zählen.',
  'not-a-number': 'Das lässt sich nicht als Zahl lesen. Schreiben Sie sie wie 9,81, 1,5e3 oder 3/4.',
  'unit-missing': 'Die Einheit fehlt.',
  'unit-unknown': 'Die Einheit lässt sich hier nicht lesen.',
  'unit-wrong': 'Die Zahl stimmt, aber nicht in dieser Einheit.',
  figures: 'Der Wert stimmt, aber nicht die Zahl der signifikanten Stellen.',
};

export const option: Language['option'] = { right: 'Richtig', wrong: 'Nicht richtig' };

export const order: Language['order'] = {
  moved: (text, place, of) => `${text}: Platz ${place} von ${of}`,
};

export const quizFacts: Language['quizFacts'] = {
  mark: 'Bestanden ab',
  attempts: 'Versuche',
  attemptsSoFar: 'Bisherige Versuche',
  noneLeft: 'Keiner mehr',
  left: (left, all) => `Noch ${number(left)} von ${number(all)}`,
  best: 'Bestes Ergebnis',
  result: 'Ergebnis',
  passed: 'Bestanden',
  failed: 'Noch nicht bestanden',
};

export const reflection: Language['reflection'] = {
  model: 'Eine mögliche Antwort',
  rubric: 'Finden Sie dies in Ihrer Antwort?',
};

export const quiz: Language['quiz'] = {
  questionOf,
  broken: 'Dieses Quiz konnte nicht vollständig geladen werden. Laden Sie die Seite neu, um es zu machen.',
  kept: 'Aus einem früheren Versuch übernommen.',
};

export const quizResult: Language['quizResult'] = {
  unanswered: (open) => `${count(open, 'Frage ist', 'Fragen sind')} noch nicht beantwortet`,
  unfinished: (open) => `${count(open, 'Frage ist', 'Fragen sind')} noch nicht vollständig`,
  question: (index) => `Frage ${number(index)}`,
  submitAnyway: 'So abgeben',
  points: (earned, possible) => `${number(earned)} von ${ofPoints(possible)}`,
  lost: (lost) => `${points(lost)} verloren`,
  named: (name, text) => `${name}: ${text}`,
  right: 'Richtig',
  partly: 'Teilweise richtig',
  wrong: 'Falsch',
  kept: 'Behalten',
  paid: 'abzüglich der Hinweise',
  how: { 1: 'geraten', 2: 'ziemlich sicher', 3: 'sicher' },
  leftOut: (possible) => `Nicht beantwortet: 0 von ${ofPoints(possible)}.`,
  asked: (asked, all) => `${number(asked)} von ${count(all, 'Frage', 'Fragen')}`,
  allRight:
    'Alle Ihre Antworten waren richtig. Wären Sie bei jeder sicher gewesen, hätten sie 100\u202f% gebracht.',
  sayCertain: 'Wählen Sie im nächsten Versuch „Sicher“ bei dem, was Sie wissen.',
  passed: 'Bestanden',
  failed: 'Nicht bestanden',
  handedIn: 'Abgegeben',
  score: (earned, possible, share) =>
    `Sie haben ${number(earned)} von ${ofPoints(possible)} erreicht: ${percent(share)}.`,
  belowZero: (below) =>
    `Zusammen liegen Ihre Antworten um ${points(below)} unter 0; weniger als 0 wird ein Ergebnis nie.`,
  mark: (mark) => `Bestanden ist das Quiz ab ${percent(mark)}.`,
  best: (best) => `Ihr bestes Ergebnis bleibt ${percent(best)}.`,
  left: (left) => `Noch ${attempts(left)}.`,
  took: (time, limit) => `Sie haben ${time} gebraucht; vorgesehen waren ${limit}.`,
  tookMore: (time, limit, more) =>
    `Sie haben ${time} gebraucht; vorgesehen waren ${limit}, und Sie haben sich ${more} mehr genommen.`,
  certain: (right, all) => `Sicher: ${number(right)} von ${number(all)} richtig.`,
  fairly: (right, all) => `Ziemlich sicher: ${number(right)} von ${number(all)} richtig.`,
  guessed: (right, all) => `Geraten: ${number(right)} von ${number(all)} richtig.`,
  retry: 'Noch einmal versuchen',
  improve: 'Ergebnis verbessern',
  another: 'Noch einmal mit anderen Fragen',
  retryMissed: 'Der nächste Versuch fragt nur, was noch nicht richtig war.',
  missed: 'Was noch nicht richtig war',
  review: 'Gehen Sie dies noch einmal durch und kommen Sie dann zum nächsten Versuch zurück:',
  reviewed: 'Sie sind alles noch einmal durchgegangen:',
  look: 'noch einmal ansehen: ',
  toDo: 'noch zu tun',
  done: 'erledigt',
  open: 'Der nächste Versuch ist offen.',
  exhausted: {
    continue: 'Alle Versuche sind aufgebraucht. Sie können im Kurs weitergehen.',
    review:
      'Alle Versuche sind aufgebraucht. Wenn Sie die Seiten oben noch einmal durchgegangen sind, erhalten Sie neue.',
    contact:
      'Alle Versuche sind aufgebraucht. Bitten Sie Ihre Kursleitung, das Quiz für Sie wieder zu öffnen.',
    none: 'Alle Versuche sind aufgebraucht.',
  },
  added: 'Diese Frage ist neu: In Ihrem Ergebnis zählt sie nicht.',
  changed:
    'Diese Frage hat sich geändert, seit Sie sie abgegeben haben. Was Sie damit erreicht haben, behalten Sie; Ihre Antwort wird gezeigt, wenn sie noch ganz passt.',
  corrected: 'Die Lösung dieser Frage wurde seither berichtigt. Was Sie damit erreicht haben, behalten Sie.',
  passedThen: 'Nach der damaligen Bestehensgrenze haben Sie bestanden, und das bleibt so.',
  tabs: 'Dieser Versuch wurde aus mehreren Tabs abgegeben; das beste dieser Ergebnisse zählt.',
  regraded: (before, now) =>
    `Seit Ihrer Abgabe wurde eine Lösung berichtigt: Sie haben jetzt ${percent(now)} statt ${percent(before)}.`,
  gone: (questions) =>
    `${count(questions, 'Frage gehört', 'Fragen gehören')} nicht mehr zu diesem Quiz und ${questions === 1 ? 'zählt' : 'zählen'} in diesem Ergebnis weiter.`,
};

export const taking: Language['taking'] = {
  ready: 'Bevor Sie beginnen',
  start: 'Beginnen',
  asks: (questions) => `Sie bekommen ${count(questions, 'Frage', 'Fragen')}.`,
  asksMissed: (asked, kept) =>
    `Gefragt wird nur, was noch nicht richtig war: ${count(asked, 'Frage', 'Fragen')}. Der Rest behält seine Punkte und steht wieder beim Ergebnis: ${count(kept, 'Frage', 'Fragen')}.`,
  limit: (time) =>
    `Sie haben ab dem Beginn ${time}. Die Zeit läuft weiter, während die Seite geschlossen ist.`,
  gentle: 'Wenn die Zeit um ist, geht nichts verloren: Sie können mehr Zeit nehmen, so oft Sie sie brauchen.',
  marking:
    'Sagen Sie zu jeder Antwort, wie sicher Sie sind. Eine richtige Antwort bringt geraten ein Drittel ihrer Punkte, ziemlich sicher zwei Drittel, sicher alle. Eine falsche bringt geraten nichts, kostet ziemlich sicher zwei Drittel ihrer Punkte und sicher das Doppelte ihrer Punkte. Insgesamt erhalten Sie nie weniger als 0.',
  howMarked: 'Wie Ihre Antworten bewertet werden',
  left: (time) => `Verbleibende Zeit: ${time}`,
  lastMinute: 'Weniger als eine Minute übrig',
  over: 'Die Zeit ist um. Nichts ist verloren: Geben Sie Ihre Antworten ab oder nehmen Sie mehr Zeit.',
  more: (time) => `${time} mehr nehmen`,
  added: (time) => `Sie haben ${time} mehr.`,
  places: 'Fragen',
  place: (question, state) => `${question}: ${state}`,
  previous: 'Vorige Frage',
  next: 'Nächste Frage',
  answered: 'beantwortet',
  unanswered: 'noch nicht beantwortet',
  unread: 'nicht lesbar',
  unsure: 'noch offen, wie sicher',
  sure: 'Wie sicher sind Sie?',
  guess: 'Geraten',
  fairly: 'Ziemlich sicher',
  certain: 'Sicher',
};

export const home: Language['home'] = {
  start: (title) => `Beginnen: ${title}`,
  resume: go,
  waits,
  asks: (clause) => say`Der Kurs ist abgeschlossen, sobald ${clause}.`,
  later: (date) => `Im Moment gibt es nichts zu tun. Schauen Sie ab ${date} wieder vorbei.`,
  nothing: 'Im Moment gibt es nichts zu tun.',
  finished: 'Sie haben diesen Kurs abgeschlossen',
  certificate: 'Zertifikat ansehen',
  completion: toCompletion,
};

export const progress: Language['progress'] = {
  label: 'Ihr Fortschritt',
  done: (cleared, required) => `${number(cleared)} von ${number(required)} erledigt`,
};

export const report: Language['report'] = {
  minutes: (duration) => `noch etwa ${duration}`,
  added: (pages) => `${count(pages, 'Seite', 'Seiten')} für Sie hinzugefügt`,
  points: 'Punkte',
  competencies: 'Kompetenzen',
  badges: 'Abzeichen',
  noBadges: 'Noch keine.',
  mastered: 'Beherrscht',
  mastery: (share, mark) => `${percent(share)}; beherrscht ab ${percent(mark)}`,
  seen: (seen, evidence) => `${number(seen)} von ${number(evidence)} nötigen Fragen gesehen`,
  unseen: 'Noch keine Frage beantwortet',
  sections: 'Abschnitt für Abschnitt',
  pointsOf: (points, possible) => `${number(points)} von ${number(possible)}`,
};

export const transfer: Language['transfer'] = {
  title: 'Fortschritt kopieren oder mitnehmen',
  about:
    'Speichern Sie Ihren Fortschritt als Datei, um eine Kopie zu haben, um ihn abzugeben oder um auf einem anderen Gerät weiterzumachen.',
  aboutLink: 'Solange er klein ist, geht das auch mit einem Link oder einem QR-Code.',
  save: 'Als Datei speichern',
  load: 'Fortschritt aus einer Datei hinzufügen',
  reading: 'Die Datei wird gelesen …',
  adds: (things) =>
    `Das fügt ${entries(things)} hinzu: geöffnete Seiten, Antworten, Ergebnisse und Ähnliches.`,
  adding: 'Wird hinzugefügt …',
  total: (cleared, required, earned) =>
    `Damit hätten Sie ${number(cleared)} von ${number(required)} Schritten erledigt und ${points(earned)}. Nichts von dem, was Sie haben, geht verloren.`,
  underWay: 'Sie enthält Antworten aus Versuchen, die noch nicht abgegeben sind.',
  stays:
    'Sie haben hier Antworten, die noch nicht abgegeben sind. Sie bleiben, wie sie sind; was die Datei an ihrer Stelle hat, bleibt weg.',
  known: 'Alles darin ist schon hier: Nichts wurde hinzugefügt.',
  skipped: (things) =>
    `${entries(things)} darin ${things === 1 ? 'kann' : 'können'} von dieser Version nicht gelesen werden und ${things === 1 ? 'bleibt' : 'bleiben'} weg.`,
  add: 'Hinzufügen',
  cancel: 'Abbrechen',
  added: (things) => `${entries(things)} hinzugefügt.`,
  problem: {
    size: 'Diese Datei ist zu groß für eine Fortschrittsdatei.',
    read: 'Diese Datei kann nicht gelesen werden. Wählen Sie sie noch einmal aus.',
    json: 'Dies ist keine Fortschrittsdatei: Sie ist kein JSON. Wählen Sie eine Datei, die mit „Als Datei speichern“ entstanden ist.',
    format:
      'Dies ist keine Fortschrittsdatei eines Kurses. Wählen Sie eine Datei, die mit „Als Datei speichern“ entstanden ist.',
    version:
      'Diese Fortschrittsdatei stammt von einer neueren Version. Laden Sie die Seite neu, um diese Version zu erhalten, und versuchen Sie es dann noch einmal.',
    link: 'Dieser Link ist beschädigt oder wurde unterwegs abgeschnitten. Kopieren Sie ihn noch einmal oder nehmen Sie eine Fortschrittsdatei.',
    course: (name) => `Dieser Fortschritt gehört zu einem anderen Kurs: ${quote(name)}.`,
  },
  reset: 'Fortschritt löschen',
  resetTitle: 'Den gesamten Fortschritt in diesem Kurs löschen?',
  resetAbout:
    'Antworten, Ergebnisse, Abzeichen und Ihr Platz im Kurs verschwinden endgültig aus diesem Browser. Eine gespeicherte Datei behalten Sie.',
  resetNow: 'Löschen',
  resetDone: 'Ihr Fortschritt ist gelöscht.',
  resetFailed:
    'Ihr Fortschritt konnte nicht überall gelöscht werden. Löschen Sie die Daten dieser Website in den Einstellungen des Browsers.',
  link: 'Link erstellen',
  linkTitle: 'Ihr Fortschritt als Link',
  linkAbout:
    'Öffnen Sie diesen Link auf einem anderen Gerät und fügen Sie Ihren Fortschritt dort hinzu, so wie er jetzt ist. Der Link enthält Ihre Antworten: Geben Sie ihn nur Menschen, die sie sehen dürfen.',
  linkLabel: 'Der Link',
  linkLong: (characters, most) =>
    `Ihr Fortschritt ist für einen Link zu groß geworden: Er hätte ${number(characters)} Zeichen, und mehr als ${number(most)} werden unterwegs abgeschnitten. Speichern Sie ihn als Datei.`,
  copy: 'Link kopieren',
  copied: 'Der Link ist kopiert.',
  copyFailed:
    'Der Browser hat das Kopieren nicht erlaubt. Der Link ist markiert: Kopieren Sie ihn mit der Tastatur.',
  share: 'Link teilen',
  qr: 'Oder richten Sie die Kamera des anderen Geräts auf diesen Code:',
  qrAlt: 'QR-Code des Links',
  qrLarge:
    'Ihr Fortschritt ist zu groß für einen QR-Code, den eine Kamera vom Bildschirm lesen kann. Der Link funktioniert.',
  fromLink: 'Fortschritt aus einem Link',
  fromFile: 'Fortschritt aus einer Datei',
  name: 'Der Name für das Zertifikat kommt mit.',
  whose: (name, date) =>
    `${name === undefined ? 'Fortschritt ohne Namen' : `Fortschritt von ${name}`}${date === undefined ? '' : `, gespeichert am ${date}`}.`,
  addsTo: (name) => `Er wird zum Fortschritt von ${name} hinzugefügt.`,
};

export const quizChanged: Language['quizChanged'] = {
  title: 'Dieses Quiz hat sich geändert, seit Sie begonnen haben.',
  elsewhere:
    'Diesen Versuch haben Sie zuerst auf einem anderen Gerät begonnen: Er geht mit den dort gezogenen Fragen weiter.',
  right: (questions) =>
    `${count(questions, 'Frage gilt', 'Fragen gelten')} inzwischen als richtig und ${questions === 1 ? 'wird' : 'werden'} nicht noch einmal gestellt.`,
  gone: (questions) => `${count(questions, 'Frage wird', 'Fragen werden')} nicht mehr gestellt`,
  fresh: (questions) => `${count(questions, 'Frage ist', 'Fragen sind')} neu`,
  otherwise: (questions) => `${count(questions, 'Frage fragt', 'Fragen fragen')} jetzt etwas anderes`,
  pass: (now, before) =>
    now === undefined
      ? 'Es hat keine Bestehensgrenze mehr.'
      : before === undefined
        ? `Zum Bestehen braucht es ${percent(now)}.`
        : `Zum Bestehen braucht es ${percent(now)} statt ${percent(before)}.`,
};

export const edition: Language['edition'] = {
  title: 'Dieser Kurs wurde überarbeitet',
  kept: 'Was Sie abgeschlossen haben, bleibt abgeschlossen.',
  finished: 'Sie haben diesen Kurs abgeschlossen, und das bleibt so.',
  close: 'Schließen',
  pages: (pages) => `${count(pages, 'Seite ist', 'Seiten sind')} neu:`,
  later: (title) => `${title} (öffnet sich später)`,
  reopened: 'Wieder offen, weil darin etwas neu ist:',
  changed: (questions) =>
    `${count(questions, 'Frage', 'Fragen')}, die Sie beantwortet haben, ${questions === 1 ? 'fragt' : 'fragen'} jetzt etwas anderes. Was Sie damit erreicht haben, behalten Sie; Sie können neu antworten:`,
  gone: (pages) =>
    `${count(pages, 'Seite', 'Seiten')}, die Sie geöffnet hatten, ${pages === 1 ? 'gehört' : 'gehören'} nicht mehr zum Kurs. Was Sie dort getan haben, bleibt gespeichert.`,
  result: (quiz, now, before) =>
    say`Die Lösung einer Frage in ${quiz} wurde berichtigt. Ihr Ergebnis ist jetzt ${percent(now)} statt ${percent(before)}.`,
  answers: (item, questions) =>
    say`Die Lösung von ${count(questions, 'Frage', 'Fragen')} in ${item} wurde berichtigt. Ihre Antworten zählen jetzt mehr.`,
};

export const arrivals: Language['arrivals'] = {
  title: 'Aus Dateien und Links hinzugefügt',
  link: 'einem Link',
  script: 'einem anderen Programm',
  file: (name) => `der Datei ${quote(name)}`,
  undo: 'Rückgängig machen',
  undoOf: (from, date) => `Rückgängig machen, was am ${date} aus ${from} hinzugefügt wurde`,
  entry: (things, from, date) => `${brought(things, 'Hinzugefügtes')} aus ${from}, ${date}`,
  takes: (things) =>
    `Das nimmt ${brought(things, 'das Hinzugefügte')} wieder weg. Was neben Einträgen kam (noch nicht abgegebene Antworten, längere Zeitlimits, ein Name), geht auch wieder, wenn es seitdem nicht geändert wurde. Was Sie hier selbst getan haben, bleibt, ebenso, was auch andere Dateien gebracht haben.`,
  undone: (things) => (things === 0 ? 'Wieder weggenommen.' : `${entries(things)} wieder weggenommen.`),
  failed: 'Das konnte nicht überall rückgängig gemacht werden. Versuchen Sie es noch einmal.',
};

export const unread: Language['unread'] = {
  about: (things) =>
    `${entries(things)} Ihres gespeicherten Fortschritts ${things === 1 ? 'konnte' : 'konnten'} nicht gelesen werden. ${things === 1 ? 'Er bleibt' : 'Sie bleiben'} erhalten: Eine neuere Version des Kurses kann ${things === 1 ? 'ihn' : 'sie'} vielleicht lesen.`,
  save: 'Nicht Lesbares als Datei speichern',
};

export const keeping: Language['keeping'] = {
  promised:
    'Dieser Browser hat zugesagt, Ihren Fortschritt zu behalten, auch wenn der Speicherplatz knapp wird.',
  open: 'Dieser Browser hat nicht zugesagt, Ihren Fortschritt zu behalten: Er kann ihn löschen, wenn der Speicherplatz knapp wird.',
  place:
    'Er gehört zu dieser Datei an dem Ort, an dem sie jetzt liegt: Wer sie verschiebt oder umbenennt, fängt neu an. Speichern Sie Ihren Fortschritt vorher als Datei.',
  ask: 'Den Browser bitten, ihn zu behalten',
  granted: 'Der Browser behält Ihren Fortschritt von jetzt an.',
  denied: 'Der Browser hat es nicht zugesagt. Speichern Sie Ihren Fortschritt ab und zu als Datei.',
  safari:
    'Dieser Browser löscht den Fortschritt eines Kurses, den Sie sieben Nutzungstage lang nicht geöffnet haben. Seit Ihrer letzten Kopie haben Sie etwas getan: Speichern Sie ab und zu eine.',
  private:
    'Dies scheint ein privates Fenster zu sein: Der Browser vergisst Ihren Fortschritt, wenn Sie es schließen. Speichern Sie vorher eine Kopie.',
  later: 'Nicht jetzt',
};

export const people: Language['people'] = {
  title: 'Lernende an diesem Computer',
  about:
    'Lernen mehrere Menschen in diesem Browser? Jeder Mensch hat seinen eigenen Fortschritt. Es gibt kein Passwort: Wer diesen Browser benutzt, kann wechseln.',
  who: 'Wer lernt gerade?',
  whoAbout: 'Jeder Mensch hat seinen eigenen Fortschritt.',
  learning: (name) => `Es lernt gerade: ${name}`,
  now: 'lernt gerade',
  label: 'Es lernt:',
  take: (name) => `Zu ${name} wechseln`,
  yourName: 'Ihr eigener Name oder Kürzel',
  newName: 'Name oder Kürzel der neuen Person',
  add: 'Person hinzufügen',
  addNow: 'Hinzufügen und wechseln',
  rename: 'Umbenennen',
  renameNow: 'Namen speichern',
  renamed: (name) => `Der Name ist jetzt ${name}.`,
  remove: 'Entfernen',
  removeTitle: (name) => `${name} von diesem Computer entfernen?`,
  removeAbout:
    'Alle Antworten, Ergebnisse und Abzeichen dieser Person verschwinden endgültig aus diesem Browser. Speichern Sie sie vorher als Datei. Die anderen verlieren nichts.',
  removeNow: 'Entfernen',
  removeFailed:
    'Es konnte nicht alles entfernt werden. Schließen Sie andere Tabs dieses Kurses und versuchen Sie es noch einmal.',
  cancel: 'Abbrechen',
  manage: 'Personen hinzufügen, umbenennen oder entfernen',
  change: 'Person wechseln',
  unnamed: 'Person ohne Namen',
  taken: 'Diesen Namen hat hier schon jemand.',
  needed: 'Geben Sie einen Namen oder ein Kürzel an.',
  refused:
    'Dieser Browser behält für diese Website nichts und kann darum mehrere Lernende nicht auseinanderhalten.',
  unsaved:
    'Ein Teil Ihres Fortschritts ist noch nirgends gespeichert und ginge verloren. Speichern Sie ihn zuerst als Datei und versuchen Sie es dann noch einmal.',
  failed: 'Dieser Browser konnte das nicht speichern. Schaffen Sie Platz und versuchen Sie es noch einmal.',
};

export const complete: Language['complete'] = {
  toDo: 'Sie erhalten das Zertifikat, wenn Sie den Kurs abgeschlossen haben.',
  when: (clause) => say`Sie erhalten das Zertifikat, sobald ${clause}.`,
};

export const embed: Language['embed'] = {
  play: (title, service) => `${quote(title)} von ${service} abspielen`,
  note: (service) => `Lädt Inhalte von ${service}; der Dienst erfährt dann, dass Sie zusehen.`,
};

export const announce: Language['announce'] = {
  opened: (titles) => `Jetzt offen: ${titles.join(', ')}.`,
  more: (pages) => count(pages, 'weitere Seite', 'weitere Seiten'),
  badge: (title) => `Abzeichen erhalten: ${title}.`,
  noted: 'Notiert.',
  retry: (title) => `Notiert. Sie können ${quote(title)} noch einmal versuchen.`,
  finished,
};

export const site: SiteWords = {
  skip: 'Zum Inhalt springen',
  contents: 'Inhalt',
  courseContents: 'Inhalt des Kurses',
  course: 'Kurs',
  more: 'Mehr',
  courseMap: 'Kursübersicht',
  mapAsPicture: 'Der ganze Weg als Bild',
  mapAsList: 'Als Liste, mit Zeiten und dem, worauf jede Seite wartet',
  mapAbove: 'Die Übersicht um diesen Abschnitt',
  here: 'Sie sind hier',
  progress: 'Fortschritt',
  glossary: 'Glossar',
  certificate: 'Zertifikat',
  home: 'Startseite',
  close: 'Schließen',
  onThisPage: 'Auf dieser Seite',
  breadcrumb: 'Pfad zu dieser Seite',
  previous: 'Zurück',
  next: 'Weiter',
  previousAndNext: 'Zurück und weiter',
  noScript:
    'Die Seiten lassen sich ohne JavaScript lesen. Um Fragen auszulosen, Antworten zu prüfen und Ihren Fortschritt zu behalten, wird es gebraucht.',
  by: (authors) => `Von ${site.authors(authors)}`,
  authors: (authors) => new Intl.ListFormat(tag).format(authors),
  version: (version) => `Version ${version}`,
  pagesBefore: (pages) => `${count(pages, 'Seite', 'Seiten')} davor`,
  pagesAfter: (pages) => `${count(pages, 'Seite', 'Seiten')} danach`,
  modules: (modules) => count(modules, 'Modul', 'Module'),
  quizzes: (quizzes) => count(quizzes, 'Quiz', 'Quiz'),
  questions: (questions) => count(questions, 'Frage', 'Fragen'),
  attempts,
  points,
  quiz: 'Quiz',
  optional: 'Freiwillig',
  undecided: 'Noch nicht entschieden: Es zeigt sich hier, wenn Sie so weit sind.',
  question: 'Frage',
  questionOf,
  drawn: (questions) =>
    questions === 1
      ? 'Hier wird eine Frage ausgelost, bei jedem Versuch eine andere.'
      : `Hier werden ${number(questions)} Fragen ausgelost, bei jedem Versuch andere.`,
  hint: 'Hinweis',
  hintOf: (index, of) => `Hinweis ${number(index)} von ${number(of)}`,
  hintCosts: (hint, cost) => `${hint} (kostet ${percent(cost)} der Punkte)`,
  timeLimit: (time) => `Zeit ${time}, kann verlängert werden`,
  chooseAll: 'wählen Sie alles aus, was zutrifft',
  withUnit: 'mit Einheit',
  figures: (figures) => count(figures, 'gültige Stelle', 'gültige Stellen'),
  decimals: (decimals) => count(decimals, 'Nachkommastelle', 'Nachkommastellen'),
  blankOf: (index, of) => `Lücke ${number(index)} von ${number(of)}`,
  choose: 'Auswählen …',
  fillIn: 'füllen Sie die Lücken',
  matchUp: 'ordnen Sie zu, was zusammengehört',
  putInOrder: 'bringen Sie alles in die richtige Reihenfolge',
  sortInto: 'ordnen Sie alles den Kategorien zu',
  moveUp: (text) => `Nach oben: ${text}`,
  moveDown: (text) => `Nach unten: ${text}`,
  settled: 'Das ist meine Reihenfolge',
  true: 'Wahr',
  false: 'Falsch',
  check: 'Antwort prüfen',
  keep: 'Antwort festhalten',
  yourAnswer: 'Ihre Antwort',
  place: (index) => `Stelle ${number(index)}`,
  ungraded: 'kein Richtig oder Falsch',
  keptHere:
    'Ihre Antwort wird nirgendwohin geschickt: Sie bleibt in diesem Browser und in der Fortschrittsdatei, die Sie speichern.',
  agreement: [
    'Stimme gar nicht zu',
    'Stimme eher nicht zu',
    'Teils, teils',
    'Stimme eher zu',
    'Stimme voll zu',
  ],
  handIn: 'Antworten abgeben',
  passWith: (mark) => `Bestanden ab ${percent(mark)}`,
  about: (time) => `Etwa ${time}`,
  upTo: (time) => `bis zu ${time}`,
  fromTo: (from, to) => `${from} bis ${to}`,
  start: (title) => `Mit ${quote(title)} beginnen`,
  inOrder: 'Der Reihe nach',
  inOrderAutoplay: 'Der Reihe nach; das Nächste beginnt von selbst',
  hurdles: 'Der Reihe nach; bestehen Sie jedes Quiz, um weiterzugehen',
  anyOrder: 'In beliebiger Reihenfolge',
  anyOrderFinish:
    'In beliebiger Reihenfolge; lassen Sie aus, was Sie kennen, und schließen Sie mit dem Quiz ab',
  branches: 'Alle davon: Sie wählen, was zuerst kommt',
  route: 'Ihre Ergebnisse entscheiden, was Sie hier lernen',
  chooseOne: 'Wählen Sie eines davon',
  chooseOf: (options) => `Wählen Sie ${number(options)} davon`,
  outcomes: 'Was Sie danach können',
  yourProgress: 'Ihr Fortschritt',
  progressAbout: (course) =>
    `Was Sie in ${quote(course)} getan haben, wird nirgendwohin gesendet: Nur dieser Browser auf diesem Gerät kennt es.`,
  report: 'Was erledigt ist',
  transfer: 'Fortschritt übertragen oder löschen',
  notice: 'Hinweis',
  completed: 'Kurs abgeschlossen',
  yourCertificate: 'Ihr Zertifikat',
  completeLater: (course) => `Diese Seite füllt sich, wenn Sie ${quote(course)} abschließen.`,
  certificateLater: (course) =>
    `Wenn Sie ${quote(course)} abschließen, steht hier Ihr Zertifikat, bereit zum Drucken.`,
  finished: (course) => `Sie haben ${quote(course)} abgeschlossen.`,
  toCourse: 'Zum Kurs',
  badges: 'Abzeichen',
  name: 'Name auf dem Zertifikat',
  print: 'Drucken oder als PDF speichern',
  hasCompleted: 'hat den Kurs abgeschlossen',
  mastered: 'Beherrschte Kompetenzen:',
  date: 'Datum',
  issuer: 'Ausgestellt von',
  signatory: 'Unterzeichnet',
  terms: (terms) => `${count(terms, 'Begriff', 'Begriffe')} aus diesem Kurs.`,
  notFound: 'Seite nicht gefunden',
  notFoundTitle: 'Diese Seite gibt es nicht',
  notFoundText:
    'Vielleicht ist sie umgezogen, oder in der Adresse steckt ein Fehler. Von Ihrem Fortschritt ist nichts verloren.',
  retiredTitle: 'Diese Seite gehört nicht mehr zum Kurs',
  retiredText: 'Was Sie darin getan haben, bleibt erhalten.',
  toStart: (course) => `Zur Startseite von ${course}`,
  transcript: 'Transkript',
  captions: 'Untertitel',
  note: 'Hinweis',
  tip: 'Tipp',
  important: 'Wichtig',
  warning: 'Warnung',
  caution: 'Vorsicht',
  example: 'Beispiel',
  footnotes: 'Fußnoten',
  taskDone: 'Erledigt',
  taskOpen: 'Zu erledigen',
  backTo: (reference) => `Zurück zur Fußnotenreferenz ${reference}`,
};
