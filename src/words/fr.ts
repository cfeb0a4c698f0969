/** French, with "vous". No-break spaces stand as escapes before double signs and within quotation marks. */
import { counter, numbers, percents } from './format.ts';
import type { Language, SiteWords } from './language.ts';
import { clauses, join, list, type Sentences, say, standing } from './sentences.ts';

export const tag = 'fr';
export const number = /* @__PURE__ */ numbers(tag);
export const percent = /* @__PURE__ */ percents(number);
const count = /* @__PURE__ */ counter(tag, number);

const quote = (title: string) => `«\u00a0${title}\u00a0»`;
const attempts = (number: number) => count(number, 'tentative', 'tentatives');
const points = (number: number) => count(number, 'point', 'points');
const entries = (number: number) => count(number, 'entrée', 'entrées');
/** What a file brought, which may be none that this version can read. */
const brought = (things: number, other: string) => (things === 0 ? other : entries(things));
const steps = (number: number) => count(number, 'étape', 'étapes');
// Apart, since a bundle that reads one part of another carries both.
const go = (title: string) => `Continuer\u00a0: ${title}`;
const waits = (title: string) => `La suite est ${quote(title)}, encore verrouillée.`;
const questionOf = (index: number, of: number) => `Question ${index} sur ${of}`;
const finished = 'Vous avez terminé le cours.';
const toCompletion = 'Vers la page de fin';

export const sentences: Sentences = {
  title: quote,
  reason(reason, names) {
    switch (reason.type) {
      case 'earlier':
        return say`Terminez d’abord ${{ item: reason.item }}.`;
      case 'pass': {
        const quiz = { item: reason.quiz };
        const rest = standing(
          reason,
          (best) => `meilleur résultat ${percent(best)}`,
          (left) => `encore ${attempts(left)}`,
          '\u00a0: ',
        );
        return reason.mark === undefined
          ? say`Remettez ${quiz}${rest}`
          : say`Réussissez ${quiz} avec ${percent(reason.mark)}${rest}`;
      }
      case 'review':
        return say`Revoyez ${list(reason.items, ' et ')} avant la prochaine tentative à ${{ item: reason.quiz }}.`;
      case 'exhausted': {
        const then =
          reason.policy === 'review'
            ? '\u00a0: une révision en donne de nouvelles.'
            : reason.policy === 'contact'
              ? '\u00a0: demandez à l’équipe pédagogique de le rouvrir.'
              : ', sans réussite.';
        return say`Toutes les tentatives à ${{ item: reason.quiz }} sont utilisées${then}`;
      }
      case 'branch':
        return say`Terminez d’abord ${{ item: reason.branch }}, que vous avez commencé.`;
      case 'not-chosen':
        return say`Dans ${{ item: reason.section }}, vous avez choisi ${list(reason.chosen, ' et ')}.`;
      case 'requires':
        return say`Ceci s’ouvre dès que ${join(
          reason.unmet.map((part) => this.condition(part, names)),
          ' et que ',
        )}.`;
      case 'parent':
        return say`${{ item: reason.section }} n’est pas encore disponible.`;
    }
  },
  // Clauses that begin with a consonant, to follow "que".
  condition(condition, names) {
    switch (condition.type) {
      case 'all':
        return clauses(this, condition.of, names, ' et que ', 'rien de plus n’est demandé');
      case 'any':
        return clauses(this, condition.of, names, ' ou que ', 'l’impossible se produit');
      case 'not':
        return say`cette condition n’est pas remplie\u00a0: ${clauses(this, [condition.of], names, '')}`;
      case 'completed':
        return say`vous avez terminé ${{ item: condition.item }}`;
      case 'passed':
        return say`vous avez réussi ${{ item: condition.quiz }}`;
      case 'failed':
        return say`vous avez remis ${{ item: condition.quiz }} sans réussir`;
      case 'score': {
        const { from, below } = condition;
        const quiz = { item: condition.quiz };
        const bounds = [
          ...(from === undefined ? [] : [`d’au moins ${percent(from)}`]),
          ...(below === undefined ? [] : [`de moins de ${percent(below)}`]),
        ];
        return bounds.length === 0
          ? say`vous avez remis ${quiz}`
          : say`votre meilleur résultat à ${quiz} est ${bounds.join(' et ')}`;
      }
      case 'attempts':
        return say`vous avez fait au moins ${attempts(condition.from)} à ${{ item: condition.quiz }}`;
      case 'chosen':
        return say`vous avez choisi ${{ item: condition.option }}`;
      case 'mastered':
        return say`vous maîtrisez ${names.competency(condition.competency)}`;
      case 'points':
        return say`vous avez au moins ${points(condition.from)}`;
      case 'badge':
        return say`vous avez obtenu le badge ${names.badge(condition.badge)}`;
      case 'after':
        return say`la date du ${names.date(condition.at)} est atteinte`;
      case 'before':
        return say`la date du ${names.date(condition.at)} n’est pas encore atteinte`;
    }
  },
};

export const state: Language['state'] = {
  locked: 'Verrouillé',
  done: 'Terminé',
  again: 'À revoir',
  passed: 'Réussi',
  failed: 'Non réussi',
  started: 'Commencé',
  inProgress: 'En cours',
  optional: 'Facultatif',
};

export const toDo: Language['toDo'] = {
  manual: 'Marquez cette page comme terminée quand vous voulez continuer.',
  video: (share, watched) =>
    `Regardez ${percent(share)} de la vidéo pour terminer cette page\u00a0: ${percent(watched)} pour l’instant.`,
  questions: (answered, all) =>
    `Répondez à toutes les questions de cette page pour la terminer\u00a0: ${number(answered)} sur ${number(all)} pour l’instant.`,
};

export const finish: Language['finish'] = {
  page: 'Terminer cette page',
  mark: 'Marquer comme terminée',
  reviewed: 'J’ai tout revu',
  gone: 'J’ai tout parcouru',
};

export const storage: Language['storage'] = {
  refused:
    'Ce navigateur ne laisse pas le cours conserver votre progression\u00a0: elle est perdue quand vous quittez cette page. Autorisez les données de ce site ou enregistrez votre progression dans un fichier.',
  full: 'Ce navigateur n’a plus de place pour conserver votre progression\u00a0: elle est perdue quand vous quittez cette page. Enregistrez votre progression dans un fichier, puis libérez de la place.',
  portable: {
    refused:
      'Ce navigateur ne laisse pas le cours conserver votre progression\u00a0: elle est perdue quand vous fermez ou rechargez cette fenêtre. Enregistrez-la avant dans un fichier.',
    full: 'Ce navigateur n’a plus de place pour conserver votre progression\u00a0: elle est perdue quand vous fermez ou rechargez cette fenêtre. Enregistrez votre progression dans un fichier, puis libérez de la place.',
  },
  separate:
    'Ouvert depuis un disque, ce navigateur conserve la progression de chaque page à part\u00a0: les pages restent donc verrouillées. Ouvrez le cours depuis un serveur web, ou avec Chrome ou Edge.',
  save: 'Enregistrer ma progression',
  again: 'Votre progression est de nouveau conservée dans ce navigateur.',
};

export const late: Language['late'] = {
  missing: 'Une partie de cette page n’a pas pu être chargée. Vérifiez la connexion, puis réessayez.',
  again: 'Réessayer',
};

export const gate: Language['gate'] = {
  title: 'Cette page est encore verrouillée',
  hidden: 'Cette page ne fait pas partie de votre parcours.',
  preview: 'Verrouillée pour les apprenants, visible dans l’aperçu',
  why: 'Pour l’ouvrir\u00a0:',
  waits,
  anyway: 'Afficher quand même',
  apartTitle: 'Ce navigateur ne conserve pas ce qui ouvre cette page',
  apart:
    'Ce navigateur ne garde rien de ce que vous faites sur les autres pages\u00a0: cette page ne peut donc pas savoir ce que vous avez terminé. Vous pouvez l’ouvrir quand même.',
  choose: (title) => `Choisir ${quote(title)}\u202f?`,
  chooseOf: (picks, options) => `Vous en prenez ${number(picks)} sur ${number(options)}\u00a0:`,
  chooseFixed: 'Dès que vous commencez, les autres se ferment.',
  chooseSwitch: 'Vous pourrez changer d’avis plus tard.',
  other:
    ' Ce choix est venu en premier, dans un autre onglet ou sur un autre appareil. Cette page ne compte pas.',
  begin: (title) => `Prendre ${quote(title)}`,
  instead: (title) => `Passer à ${quote(title)}`,
  review: 'Vous êtes ici pour réviser',
  reviewFor: (attempt, quiz) =>
    say`Avant la tentative ${number(attempt)} à ${quiz}, revoyez ceci et confirmez-le à la fin de la page\u00a0:`,
};

export const next: Language['next'] = {
  title: 'Comment continuer',
  go,
  back: (title) => `Encore à faire\u00a0: ${title}`,
  again: (title) => `À revoir\u00a0: ${title}`,
  choose: 'Choisissez comment continuer\u00a0:',
  finished,
  certificate: toCompletion,
  backTo: (title) => `Retour à ${quote(title)}`,
};

export const autoplay: Language['autoplay'] = {
  soon: (title, seconds) => `${quote(title)} commence dans ${count(seconds, 'seconde', 'secondes')}.`,
  cancel: 'Annuler',
  now: 'Commencer maintenant',
  toggle: 'Passer automatiquement à la page suivante',
  announce: (title, seconds) =>
    `La page suivante, ${title}, commence dans ${count(seconds, 'seconde', 'secondes')}. Appuyez sur Annuler pour rester ici.`,
};

export const question: Language['question'] = {
  answer: 'Donnez d’abord une réponse.',
  right: 'Juste.',
  wrong: 'Pas encore juste.',
  partly: (share) => `En partie juste\u00a0: ${percent(share)}.`,
  paid: (share) => `Avec les indices ouverts, cela compte ${percent(share)}.`,
  kept: 'Merci. Votre réponse est enregistrée.',
  explanation: 'Explication',
};

export const help: Language['help'] = {
  material: 'À revoir\u00a0:',
  again: 'Réessayez.',
  changed: 'Cette question a changé depuis que vous y avez travaillé.',
};

export const remarks: Language['remarks'] = {
  spelling: 'Presque\u00a0: vérifiez l’orthographe.',
  case: 'Juste, sauf les majuscules et minuscules, qui comptent ici.',
  accents: 'Juste, sauf les accents, qui comptent ici.',
  'not-a-number': 'Cela ne se lit pas comme un nombre. Écrivez-le comme 9,81, 1,5e3 ou 3/4.',
  'unit-missing': 'Il manque l’unité.',
  'unit-unknown': 'Cette unité ne se lit pas ici.',
  'unit-wrong': 'Le nombre est juste, mais pas dans cette unité.',
  figures: 'La valeur est juste, mais pas le nombre de chiffres significatifs.',
};

export const option: Language['option'] = { right: 'Juste', wrong: 'Faux' };

export const order: Language['order'] = {
  moved: (text, place, of) => `${text}\u00a0: place ${place} sur ${of}`,
};

export const quizFacts: Language['quizFacts'] = {
  mark: 'Seuil de réussite',
  attempts: 'Tentatives',
  attemptsSoFar: 'Tentatives faites',
  noneLeft: 'Aucune restante',
  left: (left, all) => `Encore ${number(left)} sur ${number(all)}`,
  best: 'Meilleur résultat',
  result: 'Résultat',
  passed: 'Réussi',
  failed: 'Pas encore réussi',
};

export const reflection: Language['reflection'] = {
  model: 'Une réponse possible',
  rubric: 'Trouvez-vous ceci dans votre réponse ?',
};

export const quiz: Language['quiz'] = {
  questionOf,
  broken: 'Ce quiz n’a pas pu être chargé en entier. Rechargez la page pour le passer.',
  kept: 'Conservé d’une tentative précédente.',
};

export const quizResult: Language['quizResult'] = {
  unanswered: (open) => `${count(open, 'question est', 'questions sont')} encore sans réponse`,
  unfinished: (open) => count(open, 'question est encore incomplète', 'questions sont encore incomplètes'),
  question: (index) => `Question ${number(index)}`,
  submitAnyway: 'Remettre tel quel',
  points: (earned, possible) => `${number(earned)} sur ${points(possible)}`,
  lost: (lost) => `${points(lost)} en moins`,
  named: (name, text) => `${name}\u00a0: ${text}`,
  right: 'Juste',
  partly: 'En partie juste',
  wrong: 'Faux',
  kept: 'Conservé',
  paid: 'indices déduits',
  how: { 1: 'au hasard', 2: 'assez sûr', 3: 'tout à fait sûr' },
  leftOut: (possible) => `Pas de réponse\u00a0: 0 sur ${points(possible)}.`,
  asked: (asked, all) => `${count(asked, 'question', 'questions')} sur ${number(all)}`,
  allRight:
    'Toutes vos réponses étaient justes. Avec une certitude pour chacune, elles auraient rapporté 100\u202f%.',
  sayCertain: 'À la prochaine tentative, choisissez «\u00a0Tout à fait sûr\u00a0» pour ce que vous savez.',
  passed: 'Réussi',
  failed: 'Non réussi',
  handedIn: 'Remis',
  score: (earned, possible, share) =>
    `Vous avez obtenu ${number(earned)} sur ${points(possible)}\u00a0: ${percent(share)}.`,
  belowZero: (below) =>
    `Ensemble, vos réponses sont ${points(below)} au-dessous de 0\u00a0; un résultat n’est jamais inférieur à 0.`,
  mark: (mark) => `Le seuil de réussite est de ${percent(mark)}.`,
  best: (best) => `Votre meilleur résultat reste ${percent(best)}.`,
  left: (left) => `Encore ${attempts(left)}.`,
  took: (time, limit) => `Vous avez mis ${time}\u00a0; la limite était de ${limit}.`,
  tookMore: (time, limit, more) =>
    `Vous avez mis ${time}\u00a0; la limite était de ${limit}, et vous avez pris ${more} de plus.`,
  certain: (right, all) => `Certitudes\u00a0: ${number(right)} sur ${number(all)} justes.`,
  fairly: (right, all) => `Réponses assez sûres\u00a0: ${number(right)} sur ${number(all)} justes.`,
  guessed: (right, all) => `Au hasard\u00a0: ${number(right)} sur ${number(all)} justes.`,
  retry: 'Réessayer',
  improve: 'Améliorer le résultat',
  another: 'Recommencer avec d’autres questions',
  retryMissed: 'La prochaine tentative ne reprend que ce que vous avez manqué.',
  missed: 'Ce que vous avez manqué',
  review: 'Revoyez ces pages, puis revenez pour la prochaine tentative\u00a0:',
  reviewed: 'Vous avez tout revu\u00a0:',
  look: 'à revoir\u00a0: ',
  toDo: 'à faire',
  done: 'fait',
  open: 'La prochaine tentative est ouverte.',
  exhausted: {
    continue: 'Toutes les tentatives sont utilisées. Vous pouvez continuer le cours.',
    review:
      'Toutes les tentatives sont utilisées. Quand vous aurez revu les pages ci-dessus, vous en recevrez de nouvelles.',
    contact: 'Toutes les tentatives sont utilisées. Demandez à l’équipe pédagogique de vous rouvrir le quiz.',
    none: 'Toutes les tentatives sont utilisées.',
  },
  added: 'Cette question est nouvelle\u00a0: elle ne compte pas dans votre résultat.',
  changed:
    'Cette question a changé depuis que vous l’avez rendue. Ce qu’elle vous a rapporté vous reste acquis\u00a0; votre réponse s’affiche si elle convient encore en entier.',
  corrected:
    'Le corrigé de cette question a été rectifié depuis. Ce qu’elle vous a rapporté vous reste acquis.',
  passedThen: 'Vous avez réussi selon le seuil de ce jour-là, et cela reste acquis.',
  tabs: 'Cette tentative a été rendue depuis plusieurs onglets\u00a0; le meilleur de ces résultats compte.',
  regraded: (before, now) =>
    `Un corrigé a été rectifié depuis\u00a0: vous avez maintenant ${percent(now)} au lieu de ${percent(before)}.`,
  gone: (questions) =>
    `${count(questions, 'question ne fait', 'questions ne font')} plus partie de ce quiz et ${questions === 1 ? 'compte' : 'comptent'} toujours dans ce résultat.`,
};

export const taking: Language['taking'] = {
  ready: 'Avant de commencer',
  start: 'Commencer',
  asks: (questions) => `On vous posera ${count(questions, 'question', 'questions')}.`,
  asksMissed: (asked, kept) =>
    `Seul ce que vous avez manqué est repris\u00a0: ${count(asked, 'question', 'questions')}. Le reste garde ses points et reparaît avec le résultat\u00a0: ${count(kept, 'question', 'questions')}.`,
  limit: (time) =>
    `Vous avez ${time} à partir du début. Le temps court aussi pendant que la page est fermée.`,
  gentle:
    'Quand le temps est écoulé, rien n’est perdu\u00a0: vous pouvez prendre plus de temps, aussi souvent qu’il le faut.',
  marking:
    'Dites pour chaque réponse à quel point vous en êtes sûr. Une réponse juste rapporte un tiers de ses points au hasard, deux tiers si vous êtes assez sûr, tous si vous êtes tout à fait sûr. Une réponse fausse ne rapporte rien au hasard, coûte deux tiers de ses points si vous êtes assez sûr, et le double de ses points si vous êtes tout à fait sûr. Au total, vous n’obtenez jamais moins de 0.',
  howMarked: 'Comment vos réponses sont notées',
  left: (time) => `Temps restant\u00a0: ${time}`,
  lastMinute: 'Il reste moins d’une minute',
  over: 'Le temps est écoulé. Rien n’est perdu\u00a0: remettez vos réponses ou prenez plus de temps.',
  more: (time) => `Prendre ${time} de plus`,
  added: (time) => `Vous avez ${time} de plus.`,
  places: 'Liste des questions',
  place: (question, state) => `${question}\u00a0: ${state}`,
  previous: 'Question précédente',
  next: 'Question suivante',
  answered: 'répondu',
  unanswered: 'pas encore répondu',
  unread: 'illisible',
  unsure: 'certitude à indiquer',
  sure: 'À quel point êtes-vous sûr\u00a0?',
  guess: 'Au hasard',
  fairly: 'Assez sûr',
  certain: 'Tout à fait sûr',
};

export const home: Language['home'] = {
  start: (title) => `Commencer\u00a0: ${title}`,
  resume: go,
  waits,
  asks: (clause) => say`Le cours est terminé dès que ${clause}.`,
  later: (date) => `Il n’y a rien à faire pour l’instant. Revenez à partir du ${date}.`,
  nothing: 'Il n’y a rien à faire pour l’instant.',
  finished: 'Vous avez terminé ce cours',
  certificate: 'Voir votre certificat',
  completion: toCompletion,
};

export const progress: Language['progress'] = {
  label: 'Votre progression',
  done: (cleared, required) => `${steps(cleared)} sur ${number(required)}`,
};

export const report: Language['report'] = {
  minutes: (duration) => `encore environ ${duration}`,
  added: (pages) => `${count(pages, 'page ajoutée', 'pages ajoutées')} pour vous`,
  points: 'Points',
  competencies: 'Compétences',
  badges: 'Badges',
  noBadges: 'Aucun pour l’instant.',
  mastered: 'Maîtrisée',
  mastery: (share, mark) => `${percent(share)}\u202f; maîtrisée à partir de ${percent(mark)}`,
  seen: (seen, evidence) =>
    `${count(seen, 'question vue', 'questions vues')} sur les ${number(evidence)} nécessaires`,
  unseen: 'Aucune question répondue pour l’instant',
  sections: 'Section par section',
  pointsOf: (points, possible) => `${number(points)} sur ${number(possible)}`,
};

export const transfer: Language['transfer'] = {
  title: 'Copier ou emporter votre progression',
  about:
    'Enregistrez votre progression dans un fichier pour en avoir une copie, pour la remettre ou pour continuer sur un autre appareil.',
  aboutLink: 'Tant qu’elle est petite, un lien ou un code QR suffit.',
  save: 'Enregistrer dans un fichier',
  load: 'Ajouter la progression d’un fichier',
  reading: 'Lecture du fichier…',
  adds: (things) => `Cela ajoute ${entries(things)}\u00a0: pages ouvertes, réponses, résultats et autres.`,
  adding: 'Ajout en cours…',
  total: (cleared, required, earned) =>
    `Avec cela, vous auriez terminé ${steps(cleared)} sur ${number(required)}, avec ${points(earned)}. Rien de ce que vous avez n’est perdu.`,
  underWay: 'Il contient des réponses de tentatives qui ne sont pas encore remises.',
  stays:
    'Vous avez ici des réponses qui ne sont pas encore remises. Elles restent telles quelles\u00a0; ce que le fichier contient à leur place est laissé de côté.',
  known: 'Tout ce qu’il contient est déjà ici\u00a0: rien n’a été ajouté.',
  skipped: (things) =>
    `${count(things, 'entrée de ce fichier ne peut pas être lue par cette version et est laissée', 'entrées de ce fichier ne peuvent pas être lues par cette version et sont laissées')} de côté.`,
  add: 'Ajouter',
  cancel: 'Annuler',
  added: (things) => `${count(things, 'entrée ajoutée', 'entrées ajoutées')}.`,
  problem: {
    size: 'Ce fichier est trop gros pour être un fichier de progression.',
    read: 'Ce fichier ne peut pas être lu. Choisissez-le à nouveau.',
    json: 'Ce n’est pas un fichier de progression\u00a0: ce n’est pas du JSON. Choisissez un fichier créé par «\u00a0Enregistrer dans un fichier\u00a0».',
    format:
      'Ce n’est pas le fichier de progression d’un cours. Choisissez un fichier créé par «\u00a0Enregistrer dans un fichier\u00a0».',
    version:
      'Ce fichier de progression vient d’une version plus récente. Rechargez la page pour obtenir cette version, puis réessayez.',
    link: 'Ce lien est abîmé ou a été coupé en chemin. Copiez-le à nouveau ou prenez un fichier de progression.',
    course: (name) => `Cette progression appartient à un autre cours\u00a0: ${quote(name)}.`,
  },
  reset: 'Supprimer ma progression',
  resetTitle: 'Supprimer toute la progression dans ce cours\u202f?',
  resetAbout:
    'Réponses, résultats, badges et votre place dans le cours disparaissent définitivement de ce navigateur. Un fichier enregistré reste à vous.',
  resetNow: 'Supprimer',
  resetDone: 'Votre progression est supprimée.',
  resetFailed:
    'Votre progression n’a pas pu être supprimée partout. Effacez les données de ce site dans les paramètres du navigateur.',
  link: 'Créer un lien',
  linkTitle: 'Votre progression dans un lien',
  linkAbout:
    'Ouvrez ce lien sur un autre appareil et ajoutez-y votre progression telle qu’elle est maintenant. Le lien contient vos réponses\u00a0: ne le donnez qu’à des personnes qui peuvent les voir.',
  linkLabel: 'Le lien',
  linkLong: (characters, most) =>
    `Votre progression est devenue trop grande pour un lien\u00a0: il aurait ${number(characters)} caractères, et au-delà de ${number(most)} il est coupé en chemin. Enregistrez-la dans un fichier.`,
  copy: 'Copier le lien',
  copied: 'Le lien est copié.',
  copyFailed: 'Le navigateur n’a pas permis la copie. Le lien est sélectionné\u00a0: copiez-le au clavier.',
  share: 'Partager le lien',
  qr: 'Ou dirigez l’appareil photo de l’autre appareil vers ce code\u00a0:',
  qrAlt: 'Code QR du lien',
  qrLarge:
    'Votre progression est trop grande pour un code QR qu’un appareil photo puisse lire sur un écran. Le lien fonctionne.',
  fromLink: 'Progression d’un lien',
  fromFile: 'Progression d’un fichier',
  name: 'Le nom pour le certificat vient avec elle.',
  whose: (name, date) =>
    `${name === undefined ? 'Progression sans nom' : `Progression de ${name}`}${date === undefined ? '' : `, enregistrée le ${date}`}.`,
  addsTo: (name) => `Elle sera ajoutée à la progression de ${name}.`,
};

export const quizChanged: Language['quizChanged'] = {
  title: 'Ce quiz a changé depuis que vous avez commencé.',
  elsewhere:
    'Vous avez d’abord commencé cette tentative sur un autre appareil\u00a0: elle continue avec les questions tirées là-bas.',
  right: (questions) =>
    `${count(questions, 'question compte désormais comme juste et n’est plus posée', 'questions comptent désormais comme justes et ne sont plus posées')}.`,
  gone: (questions) => count(questions, 'question n’est plus posée', 'questions ne sont plus posées'),
  fresh: (questions) => count(questions, 'question est nouvelle', 'questions sont nouvelles'),
  otherwise: (questions) =>
    `${count(questions, 'question demande', 'questions demandent')} maintenant autre chose`,
  pass: (now, before) =>
    now === undefined
      ? 'Il n’a plus de seuil de réussite.'
      : before === undefined
        ? `Il faut ${percent(now)} pour réussir.`
        : `Il faut ${percent(now)} pour réussir, au lieu de ${percent(before)}.`,
};

export const edition: Language['edition'] = {
  title: 'Ce cours a été mis à jour',
  kept: 'Ce que vous avez terminé reste terminé.',
  finished: 'Vous avez terminé ce cours, et cela reste acquis.',
  close: 'Fermer',
  pages: (pages) => `${count(pages, 'page est nouvelle', 'pages sont nouvelles')}\u00a0:`,
  later: (title) => `${title} (s’ouvrira plus tard)`,
  reopened: 'De nouveau à suivre, pour ce qui s’y ajoute\u00a0:',
  changed: (questions) =>
    `${count(questions, 'question à laquelle vous avez répondu demande', 'questions auxquelles vous avez répondu demandent')} maintenant autre chose. Ce que vous avez obtenu vous reste acquis\u00a0; vous pouvez répondre de nouveau\u00a0:`,
  gone: (pages) =>
    `${count(pages, 'page que vous aviez ouverte ne fait', 'pages que vous aviez ouvertes ne font')} plus partie du cours. Ce que vous y avez fait est conservé.`,
  result: (quiz, now, before) =>
    say`Le corrigé d’une question de ${quiz} a été rectifié. Votre résultat est maintenant de ${percent(now)} au lieu de ${percent(before)}.`,
  answers: (item, questions) =>
    say`Le corrigé de ${count(questions, 'question', 'questions')} de ${item} a été rectifié. Vos réponses comptent davantage maintenant.`,
};

export const arrivals: Language['arrivals'] = {
  title: 'Ajouté depuis des fichiers et des liens',
  link: 'un lien',
  script: 'un autre programme',
  file: (name) => `le fichier ${quote(name)}`,
  undo: 'Annuler cet ajout',
  undoOf: (from, date) => `Annuler ce qui a été ajouté depuis ${from} le ${date}`,
  entry: (things, from, date) => `${brought(things, 'Ajout')} depuis ${from}, ${date}`,
  takes: (things) =>
    `Cela retire ${brought(things, 'cet ajout')}. Ce qui est venu avec (des réponses pas encore remises, des limites de temps prolongées, un nom) est retiré aussi, sauf si cela a changé depuis. Ce que vous avez fait ici reste, de même que ce que d’autres fichiers ont aussi apporté.`,
  undone: (things) =>
    things === 0 ? 'Cet ajout est retiré.' : `${count(things, 'entrée retirée', 'entrées retirées')}.`,
  failed: 'Cela n’a pas pu être annulé partout. Réessayez.',
};

export const unread: Language['unread'] = {
  about: (things) =>
    `${count(things, 'entrée de votre progression n’a pas pu être lue. Elle est gardée telle quelle\u00a0: une version plus récente du cours saura peut-être la lire', 'entrées de votre progression n’ont pas pu être lues. Elles sont gardées telles quelles\u00a0: une version plus récente du cours saura peut-être les lire')}.`,
  save: 'Enregistrer dans un fichier ce qui ne peut pas être lu',
};

export const keeping: Language['keeping'] = {
  promised: 'Ce navigateur a promis de garder votre progression, même quand la place lui manque.',
  open: 'Ce navigateur n’a pas promis de garder votre progression\u00a0: il peut la supprimer quand la place lui manque.',
  place:
    'Elle est gardée pour ce fichier, là où il se trouve maintenant\u00a0: qui le déplace ou le renomme recommence à zéro. Enregistrez avant votre progression dans un fichier.',
  ask: 'Demander au navigateur de la garder',
  granted: 'Le navigateur garde votre progression à partir de maintenant.',
  denied: 'Le navigateur ne l’a pas promis. Enregistrez de temps en temps votre progression dans un fichier.',
  safari:
    'Ce navigateur supprime la progression d’un cours que vous n’avez pas ouvert pendant sept jours d’utilisation. Vous avez travaillé depuis votre dernière copie\u00a0: enregistrez-en une de temps en temps.',
  private:
    'Ceci semble être une fenêtre privée\u00a0: le navigateur oublie votre progression quand vous la fermez. Enregistrez une copie avant.',
  later: 'Pas maintenant',
};

export const people: Language['people'] = {
  title: 'Personnes qui apprennent sur cet ordinateur',
  about:
    'Plusieurs personnes apprennent dans ce navigateur\u202f? Chacune a sa propre progression. Il n’y a pas de mot de passe\u00a0: qui utilise ce navigateur peut changer de personne.',
  who: 'Qui apprend\u202f?',
  whoAbout: 'Chaque personne a sa propre progression.',
  learning: (name) => `Apprend maintenant\u00a0: ${name}`,
  now: 'apprend maintenant',
  label: 'Apprend\u00a0:',
  take: (name) => `Passer à ${name}`,
  yourName: 'Votre propre nom ou pseudonyme',
  newName: 'Nom ou pseudonyme de la nouvelle personne',
  add: 'Ajouter une personne',
  addNow: 'Ajouter et changer',
  rename: 'Renommer',
  renameNow: 'Enregistrer le nom',
  renamed: (name) => `Le nom est maintenant ${name}.`,
  remove: 'Retirer',
  removeTitle: (name) => `Retirer ${name} de cet ordinateur\u202f?`,
  removeAbout:
    'Toutes les réponses, tous les résultats et badges de cette personne disparaissent définitivement de ce navigateur. Enregistrez-les d’abord dans un fichier. Les autres personnes ne perdent rien.',
  removeNow: 'Retirer',
  removeFailed: 'Tout n’a pas pu être retiré. Fermez les autres onglets de ce cours et réessayez.',
  cancel: 'Annuler',
  manage: 'Ajouter, renommer ou retirer des personnes',
  change: 'Changer de personne',
  unnamed: 'Personne sans nom',
  taken: 'Quelqu’un porte déjà ce nom ici.',
  needed: 'Donnez un nom ou un pseudonyme.',
  refused:
    'Ce navigateur ne garde rien pour ce site\u00a0: il ne peut donc pas distinguer plusieurs personnes.',
  unsaved:
    'Une partie de votre progression n’est pas encore gardée et serait perdue. Enregistrez-la d’abord dans un fichier, puis réessayez.',
  failed: 'Ce navigateur n’a pas pu garder cela. Libérez de la place et réessayez.',
};

export const complete: Language['complete'] = {
  toDo: 'Vous recevez le certificat quand vous avez terminé le cours.',
  when: (clause) => say`Vous recevez le certificat dès que ${clause}.`,
};

export const embed: Language['embed'] = {
  play: (title, service) => `Lire ${quote(title)} depuis ${service}`,
  note: (service) => `Charge du contenu de ${service}, qui saura alors que vous regardez.`,
};

export const announce: Language['announce'] = {
  opened: (titles) => `Désormais ouvert\u00a0: ${titles.join(', ')}.`,
  more: (pages) => count(pages, 'autre page', 'autres pages'),
  badge: (title) => `Badge obtenu\u00a0: ${title}.`,
  noted: 'Noté.',
  retry: (title) => `Noté. Vous pouvez réessayer ${quote(title)}.`,
  finished,
};

export const site: SiteWords = {
  skip: 'Aller au contenu',
  contents: 'Sommaire',
  courseContents: 'Sommaire du cours',
  course: 'Cours',
  more: 'Autres pages',
  courseMap: 'Plan du cours',
  mapAsPicture: 'Tout le parcours en image',
  mapAsList: 'En liste, avec les durées et ce que chaque page attend',
  mapAbove: 'Le plan autour de cette partie',
  here: 'Vous êtes ici',
  progress: 'Progression',
  glossary: 'Glossaire',
  certificate: 'Certificat',
  home: 'Accueil du cours',
  close: 'Fermer',
  onThisPage: 'Sur cette page',
  breadcrumb: 'Fil d’Ariane',
  previous: 'Précédent',
  next: 'Suivant',
  previousAndNext: 'Précédent et suivant',
  noScript:
    'Les pages peuvent être lues sans JavaScript. Il est nécessaire pour tirer des questions au sort, vérifier les réponses et conserver votre progression.',
  by: (authors) => `Par ${site.authors(authors)}`,
  authors: (authors) => new Intl.ListFormat(tag).format(authors),
  version: (version) => `Version ${version}`,
  pagesBefore: (pages) => `${count(pages, 'page', 'pages')} avant`,
  pagesAfter: (pages) => `${count(pages, 'page', 'pages')} après`,
  modules: (modules) => count(modules, 'module', 'modules'),
  quizzes: (quizzes) => count(quizzes, 'quiz', 'quiz'),
  questions: (questions) => count(questions, 'question', 'questions'),
  attempts,
  points,
  quiz: 'Quiz',
  optional: 'Facultatif',
  undecided: 'Pas encore décidé\u00a0: cela s’affichera ici quand vous y serez.',
  question: 'Question',
  questionOf,
  drawn: (questions) =>
    questions === 1
      ? 'Une question est tirée au sort ici, une autre à chaque tentative.'
      : `${number(questions)} questions sont tirées au sort ici, d’autres à chaque tentative.`,
  hint: 'Indice',
  hintOf: (index, of) => `Indice ${number(index)} sur ${number(of)}`,
  hintCosts: (hint, cost) => `${hint} (coûte ${percent(cost)} des points)`,
  timeLimit: (time) => `Temps limité à ${time}, prolongeable`,
  chooseAll: 'choisissez toutes les bonnes réponses',
  withUnit: 'avec son unité',
  figures: (figures) => count(figures, 'chiffre significatif', 'chiffres significatifs'),
  decimals: (decimals) => count(decimals, 'décimale', 'décimales'),
  blankOf: (index, of) => `Trou ${number(index)} sur ${number(of)}`,
  choose: 'Choisir…',
  fillIn: 'complétez le texte',
  matchUp: 'associez chaque élément au sien',
  putInOrder: 'remettez les éléments dans l’ordre',
  sortInto: 'classez chaque élément dans sa catégorie',
  moveUp: (text) => `Monter\u00a0: ${text}`,
  moveDown: (text) => `Descendre\u00a0: ${text}`,
  settled: 'Voici mon ordre',
  true: 'Vrai',
  false: 'Faux',
  check: 'Vérifier la réponse',
  keep: 'Garder la réponse',
  yourAnswer: 'Votre réponse',
  place: (index) => `Endroit ${number(index)}`,
  ungraded: 'ni juste ni faux',
  keptHere:
    'Votre réponse n’est envoyée nulle part : elle reste dans ce navigateur et dans le fichier de progression que vous enregistrez.',
  agreement: [
    'Pas du tout d’accord',
    'Plutôt pas d’accord',
    'Ni d’accord ni pas d’accord',
    'Plutôt d’accord',
    'Tout à fait d’accord',
  ],
  handIn: 'Remettre les réponses',
  passWith: (mark) => `Réussi à partir de ${percent(mark)}`,
  about: (time) => `Environ ${time}`,
  upTo: (time) => `jusqu’à ${time}`,
  fromTo: (from, to) => `${from} à ${to}`,
  start: (title) => `Commencer par ${quote(title)}`,
  inOrder: 'L’un après l’autre',
  inOrderAutoplay: 'L’un après l’autre\u202f; la suite démarre toute seule',
  hurdles: 'L’un après l’autre\u202f; réussissez chaque quiz pour continuer',
  anyOrder: 'Dans l’ordre de votre choix',
  anyOrderFinish: 'Dans l’ordre de votre choix\u202f; passez ce que vous savez déjà et finissez par le quiz',
  branches: 'Tous à suivre\u00a0: vous choisissez par lequel commencer',
  route: 'Vos résultats décident de ce que vous suivez ici',
  chooseOne: 'Choisissez-en un',
  chooseOf: (options) => `Choisissez-en ${number(options)}`,
  outcomes: 'Ce que vous saurez faire',
  yourProgress: 'Votre progression',
  progressAbout: (course) =>
    `Ce que vous avez fait dans ${quote(course)} n’est envoyé nulle part\u00a0: seul ce navigateur, sur cet appareil, le connaît.`,
  report: 'Ce qui est fait',
  transfer: 'Transférer ou supprimer votre progression',
  notice: 'Avis',
  completed: 'Cours terminé',
  yourCertificate: 'Votre certificat',
  completeLater: (course) => `Cette page se remplira quand vous aurez terminé ${quote(course)}.`,
  certificateLater: (course) =>
    `Quand vous aurez terminé ${quote(course)}, votre certificat se trouvera ici, prêt à imprimer.`,
  finished: (course) => `Vous avez terminé ${quote(course)}.`,
  toCourse: 'Vers le cours',
  badges: 'Badges',
  name: 'Nom sur le certificat',
  print: 'Imprimer ou enregistrer en PDF',
  hasCompleted: 'a terminé le cours',
  mastered: 'Compétences maîtrisées\u00a0:',
  date: 'Date',
  issuer: 'Délivré par',
  signatory: 'Signé',
  terms: (terms) => `${count(terms, 'terme', 'termes')} de ce cours.`,
  notFound: 'Page introuvable',
  notFoundTitle: 'Cette page n’existe pas',
  notFoundText:
    'Elle a peut-être changé de place, ou l’adresse contient une erreur. Rien de votre progression n’est perdu.',
  retiredTitle: 'Cette page ne fait plus partie du cours',
  retiredText: 'Ce que vous y avez fait est conservé.',
  toStart: (course) => `Vers l’accueil de ${course}`,
  transcript: 'Transcription',
  captions: 'Sous-titres',
  note: 'Remarque',
  tip: 'Conseil',
  important: 'Important',
  warning: 'Avertissement',
  caution: 'Attention',
  example: 'Exemple',
  footnotes: 'Notes',
  taskDone: 'Fait',
  taskOpen: 'À faire',
  backTo: (reference) => `Retour à l’appel de note ${reference}`,
};
