/** Spanish, with "tú". */
import { counter, numbers, percents } from './format.ts';
import type { Language, SiteWords } from './language.ts';
import { clauses, join, list, type Sentences, say, standing } from './sentences.ts';

export const tag = 'es';
export const number = /* @__PURE__ */ numbers(tag);
export const percent = /* @__PURE__ */ percents(number);
const count = /* @__PURE__ */ counter(tag, number);

const quote = (title: string) => `«${title}»`;
const attempts = (number: number) => count(number, 'intento', 'intentos');
const points = (number: number) => count(number, 'punto', 'puntos');
const entries = (number: number) => count(number, 'entrada', 'entradas');
/** What a file brought, which may be none that this version can read. */
const brought = (things: number, other: string) => (things === 0 ? other : entries(things));
// Apart, since a bundle that reads one part of another carries both.
const go = (title: string) => `Continuar: ${title}`;
const waits = (title: string) => `Lo siguiente es ${quote(title)}, que aún no está disponible.`;
const questionOf = (index: number, of: number) => `Pregunta ${index} de ${of}`;
const finished = 'Has terminado el curso.';
const toCompletion = 'Ir a la página final';

export const sentences: Sentences = {
  title: quote,
  reason(reason, names) {
    switch (reason.type) {
      case 'earlier':
        return say`Termina antes ${{ item: reason.item }}.`;
      case 'pass': {
        const quiz = { item: reason.quiz };
        const rest = standing(
          reason,
          (best) => `tu mejor resultado es un ${percent(best)}`,
          (left) => `te ${left === 1 ? 'queda' : 'quedan'} ${attempts(left)}`,
        );
        return reason.mark === undefined
          ? say`Entrega ${quiz}${rest}`
          : say`Aprueba ${quiz} con un ${percent(reason.mark)}${rest}`;
      }
      case 'review':
        return say`Repasa ${list(reason.items, ' y ')} antes del próximo intento en ${{ item: reason.quiz }}.`;
      case 'exhausted': {
        const then =
          reason.policy === 'review'
            ? ': si repasas, tendrás nuevos.'
            : reason.policy === 'contact'
              ? ': pide a tu docente que lo vuelva a abrir.'
              : ' y no lo has aprobado.';
        return say`Has usado todos los intentos en ${{ item: reason.quiz }}${then}`;
      }
      case 'branch':
        return say`Termina antes ${{ item: reason.branch }}, que ya has empezado.`;
      case 'not-chosen':
        return say`En ${{ item: reason.section }} elegiste ${list(reason.chosen, ' y ')}.`;
      case 'requires':
        return say`Se abre cuando ${join(
          reason.unmet.map((part) => this.condition(part, names)),
          ' y ',
        )}.`;
      case 'parent':
        return say`${{ item: reason.section }} todavía no se ha abierto.`;
    }
  },
  // In the subjunctive, which "cuando" asks for in what is still to come.
  condition(condition, names) {
    switch (condition.type) {
      case 'all':
        return clauses(this, condition.of, names, ' y ', 'no se pida nada más');
      case 'any':
        return clauses(this, condition.of, names, ' o ', 'ocurra lo imposible');
      case 'not':
        return say`no sea cierto que ${clauses(this, [condition.of], names, '')}`;
      case 'completed':
        return say`hayas terminado ${{ item: condition.item }}`;
      case 'passed':
        return say`hayas aprobado ${{ item: condition.quiz }}`;
      case 'failed':
        return say`hayas entregado ${{ item: condition.quiz }} sin aprobar`;
      case 'score': {
        const { from, below } = condition;
        const quiz = { item: condition.quiz };
        const bounds = [
          ...(from === undefined ? [] : [`de al menos un ${percent(from)}`]),
          ...(below === undefined ? [] : [`de menos de un ${percent(below)}`]),
        ];
        return bounds.length === 0
          ? say`hayas entregado ${quiz}`
          : say`tu mejor resultado en ${quiz} sea ${bounds.join(' y ')}`;
      }
      case 'attempts':
        return say`hayas hecho al menos ${attempts(condition.from)} en ${{ item: condition.quiz }}`;
      case 'chosen':
        return say`hayas elegido ${{ item: condition.option }}`;
      case 'mastered':
        return say`domines ${names.competency(condition.competency)}`;
      case 'points':
        return say`tengas al menos ${points(condition.from)}`;
      case 'badge':
        return say`hayas conseguido la insignia ${names.badge(condition.badge)}`;
      case 'after':
        return say`llegue el ${names.date(condition.at)}`;
      case 'before':
        return say`no haya llegado aún el ${names.date(condition.at)}`;
    }
  },
};

export const state: Language['state'] = {
  locked: 'Bloqueado',
  done: 'Hecho',
  again: 'Repasar',
  passed: 'Aprobado',
  failed: 'No aprobado',
  started: 'Empezado',
  inProgress: 'En curso',
  optional: 'Opcional',
};

export const toDo: Language['toDo'] = {
  manual: 'Marca esta página como hecha cuando quieras seguir.',
  video: (share, watched) =>
    `Mira el ${percent(share)} del vídeo para terminar esta página: ${percent(watched)} hasta ahora.`,
  questions: (answered, all) =>
    `Responde a todas las preguntas de esta página para terminarla: ${number(answered)} de ${number(all)} hasta ahora.`,
};

export const finish: Language['finish'] = {
  page: 'Terminar esta página',
  mark: 'Marcar como hecha',
  reviewed: 'Lo he repasado todo',
  gone: 'Lo he visto todo',
};

export const storage: Language['storage'] = {
  refused:
    'Este navegador no deja que el curso conserve tu progreso: se pierde al salir de esta página. Permite los datos de este sitio o guarda tu progreso en un archivo.',
  full: 'Este navegador no tiene más espacio para conservar tu progreso: se pierde al salir de esta página. Guarda tu progreso en un archivo y después libera espacio.',
  portable: {
    refused:
      'Este navegador no deja que el curso conserve tu progreso: se pierde al cerrar o volver a cargar esta ventana. Guárdalo antes en un archivo.',
    full: 'Este navegador no tiene más espacio para conservar tu progreso: se pierde al cerrar o volver a cargar esta ventana. Guarda tu progreso en un archivo y después libera espacio.',
  },
  separate:
    'Al abrir el curso desde un disco, este navegador conserva el progreso de cada página por separado, así que las páginas siguen bloqueadas. Abre el curso desde un servidor web, o con Chrome o Edge.',
  save: 'Guardar mi progreso',
  again: 'Tu progreso se conserva de nuevo en este navegador.',
};

export const late: Language['late'] = {
  missing: 'No se ha podido cargar una parte de esta página. Comprueba la conexión y vuelve a intentarlo.',
  again: 'Volver a intentarlo',
};

export const gate: Language['gate'] = {
  title: 'Esta página sigue bloqueada',
  hidden: 'Esta página no forma parte de tu recorrido por el curso.',
  preview: 'Bloqueada para los estudiantes, visible en la vista previa',
  why: 'Para abrirla:',
  waits,
  anyway: 'Mostrar de todos modos',
  apartTitle: 'Este navegador no guarda lo que abre esta página',
  apart:
    'Este navegador no conserva nada de lo que haces en otras páginas, así que esta página no puede saber qué has terminado. Puedes abrirla de todos modos.',
  choose: (title) => `¿Elegir ${quote(title)}?`,
  chooseOf: (picks, options) => `Te llevas ${number(picks)} de ${number(options)}:`,
  chooseFixed: 'En cuanto empieces, las demás opciones se cierran.',
  chooseSwitch: 'Más adelante puedes cambiar de idea.',
  other: ' Esa opción llegó antes, en otra pestaña o en otro dispositivo. Esta página no cuenta.',
  begin: (title) => `Elegir ${quote(title)}`,
  instead: (title) => `Cambiar a ${quote(title)}`,
  review: 'Estás aquí para repasar',
  reviewFor: (attempt, quiz) =>
    say`Antes del intento ${number(attempt)} en ${quiz}, repasa esto y confírmalo al final de la página:`,
};

export const next: Language['next'] = {
  title: 'Cómo seguir',
  go,
  back: (title) => `Aún pendiente: ${title}`,
  again: (title) => `Para repasar: ${title}`,
  choose: 'Elige cómo seguir:',
  finished,
  certificate: toCompletion,
  backTo: (title) => `Volver a ${quote(title)}`,
};

export const autoplay: Language['autoplay'] = {
  soon: (title, seconds) => `${quote(title)} empieza en ${count(seconds, 'segundo', 'segundos')}.`,
  cancel: 'Cancelar',
  now: 'Empezar ya',
  toggle: 'Pasar automáticamente a la página siguiente',
  announce: (title, seconds) =>
    `La página siguiente, ${title}, empieza en ${count(seconds, 'segundo', 'segundos')}. Pulsa Cancelar para quedarte aquí.`,
};

export const question: Language['question'] = {
  answer: 'Da antes una respuesta.',
  right: 'Correcto.',
  wrong: 'Todavía no es correcto.',
  partly: (share) => `Correcto en parte: ${percent(share)}.`,
  paid: (share) => `Con las pistas que has abierto cuenta un ${percent(share)}.`,
  kept: 'Gracias. Tu respuesta queda guardada.',
  explanation: 'Explicación',
};

export const help: Language['help'] = {
  material: 'Vuelve a mirar esto:',
  again: 'Inténtalo de nuevo.',
  changed: 'Esta pregunta ha cambiado desde la última vez que trabajaste en ella.',
};

export const remarks: Language['remarks'] = {
  spelling: 'Casi: revisa la ortografía.',
  case: 'Correcto salvo por las mayúsculas y minúsculas, que aquí cuentan.',
  accents: 'Correcto salvo por los acentos, que aquí cuentan.',
  'not-a-number': 'Esto no se puede leer como número. Escríbelo como 9,81, 1,5e3 o 3/4.',
  'unit-missing': 'Falta la unidad.',
  'unit-unknown': 'Esta unidad no se puede leer aquí.',
  'unit-wrong': 'El número es correcto, pero no en esta unidad.',
  figures: 'El valor es correcto, pero no el número de cifras significativas.',
};

export const option: Language['option'] = { right: 'Correcto', wrong: 'Incorrecto' };

export const order: Language['order'] = {
  moved: (text, place, of) => `${text}: puesto ${place} de ${of}`,
};

export const quizFacts: Language['quizFacts'] = {
  mark: 'Se aprueba con',
  attempts: 'Intentos disponibles',
  attemptsSoFar: 'Intentos hechos',
  noneLeft: 'Ninguno',
  left: (left, all) => `${number(left)} de ${number(all)}`,
  best: 'Mejor resultado',
  result: 'Resultado',
  passed: 'Aprobado',
  failed: 'Aún no aprobado',
};

export const reflection: Language['reflection'] = {
  model: 'Una respuesta posible',
  rubric: '¿Encuentras esto en tu respuesta?',
};

export const quiz: Language['quiz'] = {
  questionOf,
  broken: 'Este cuestionario no se ha podido cargar por completo. Vuelve a cargar la página para hacerlo.',
  kept: 'Se conserva de un intento anterior.',
};

export const quizResult: Language['quizResult'] = {
  unanswered: (open) => `${count(open, 'pregunta sigue', 'preguntas siguen')} sin respuesta`,
  unfinished: (open) => `${count(open, 'pregunta sigue', 'preguntas siguen')} sin completar`,
  question: (index) => `Pregunta ${number(index)}`,
  submitAnyway: 'Entregar así',
  points: (earned, possible) => `${number(earned)} de ${points(possible)}`,
  lost: (lost) => `pierdes ${points(lost)}`,
  named: (name, text) => `${name}: ${text}`,
  right: 'Correcto',
  partly: 'Correcto en parte',
  wrong: 'Incorrecto',
  kept: 'Conservado',
  paid: 'descontadas las pistas',
  how: { 1: 'al azar', 2: 'con bastante seguridad', 3: 'con certeza' },
  leftOut: (possible) => `Sin respuesta: 0 de ${points(possible)}.`,
  asked: (asked, all) => `${number(asked)} de ${count(all, 'pregunta', 'preguntas')}`,
  allRight: 'Todas tus respuestas eran correctas. Con certeza en cada una, habrían dado un 100\u202f%.',
  sayCertain: 'En el próximo intento, marca «Certeza» en lo que sabes.',
  passed: 'Aprobado',
  failed: 'No aprobado',
  handedIn: 'Entregado',
  score: (earned, possible, share) =>
    `Has obtenido ${number(earned)} de ${points(possible)}: ${percent(share)}.`,
  belowZero: (below) =>
    `En conjunto, tus respuestas quedan ${points(below)} por debajo de 0; un resultado nunca es menor que 0.`,
  mark: (mark) => `Se aprueba con un ${percent(mark)}.`,
  best: (best) => `Tu mejor resultado sigue siendo un ${percent(best)}.`,
  left: (left) => `Te ${left === 1 ? 'queda' : 'quedan'} ${attempts(left)}.`,
  took: (time, limit) => `Has tardado ${time}; el límite era de ${limit}.`,
  tookMore: (time, limit, more) =>
    `Has tardado ${time}; el límite era de ${limit}, y te has dado ${more} más.`,
  certain: (right, all) => `Con certeza: ${number(right)} de ${number(all)} correctas.`,
  fairly: (right, all) => `Con bastante seguridad: ${number(right)} de ${number(all)} correctas.`,
  guessed: (right, all) => `Al azar: ${number(right)} de ${number(all)} correctas.`,
  retry: 'Intentarlo de nuevo',
  improve: 'Mejorar el resultado',
  another: 'Hacerlo de nuevo con otras preguntas',
  retryMissed: 'El próximo intento solo pregunta lo que has fallado.',
  missed: 'Lo que has fallado',
  review: 'Repasa estas páginas y vuelve después para el próximo intento:',
  reviewed: 'Ya has repasado todas estas páginas:',
  look: 'vuelve a mirar: ',
  toDo: 'pendiente',
  done: 'hecho',
  open: 'El próximo intento está abierto.',
  exhausted: {
    continue: 'Has usado todos los intentos. Puedes seguir con el curso.',
    review: 'Has usado todos los intentos. Cuando hayas repasado las páginas de arriba, tendrás nuevos.',
    contact: 'Has usado todos los intentos. Pide a tu docente que te vuelva a abrir el cuestionario.',
    none: 'Has usado todos los intentos.',
  },
  added: 'Esta pregunta es nueva: no cuenta en tu resultado.',
  changed:
    'Esta pregunta ha cambiado desde que la entregaste. Conservas lo que ganaste con ella; tu respuesta se muestra si todavía encaja por completo.',
  corrected:
    'La solución de esta pregunta se ha corregido desde entonces. Conservas lo que ganaste con ella.',
  passedThen: 'Aprobaste con la nota mínima de aquel día, y eso no cambia.',
  tabs: 'Este intento se entregó desde varias pestañas; cuenta el mejor de esos resultados.',
  regraded: (before, now) =>
    `Se ha corregido una solución desde que entregaste: ahora tienes un ${percent(now)} en lugar de un ${percent(before)}.`,
  gone: (questions) =>
    `${count(questions, 'pregunta ya no forma', 'preguntas ya no forman')} parte de este cuestionario y ${questions === 1 ? 'sigue' : 'siguen'} contando en este resultado.`,
};

export const taking: Language['taking'] = {
  ready: 'Antes de empezar',
  start: 'Empezar',
  asks: (questions) => `Se te harán ${count(questions, 'pregunta', 'preguntas')}.`,
  asksMissed: (asked, kept) =>
    `Solo se pregunta lo que has fallado: ${count(asked, 'pregunta', 'preguntas')}. El resto conserva sus puntos y vuelve a verse con el resultado: ${count(kept, 'pregunta', 'preguntas')}.`,
  limit: (time) =>
    `Tienes ${time} desde el comienzo. El tiempo sigue corriendo mientras la página está cerrada.`,
  gentle: 'Cuando el tiempo acaba no se pierde nada: puedes tomar más tiempo, tantas veces como necesites.',
  marking:
    'Di con cada respuesta lo seguro que estás. Una respuesta correcta da un tercio de sus puntos si es al azar, dos tercios si estás bastante seguro y todos si tienes certeza. Una incorrecta no da nada si es al azar, cuesta dos tercios de sus puntos si estás bastante seguro y el doble de sus puntos si tienes certeza. En total nunca obtienes menos de 0.',
  howMarked: 'Cómo se puntúan tus respuestas',
  left: (time) => `Tiempo restante: ${time}`,
  lastMinute: 'Queda menos de un minuto',
  over: 'El tiempo ha acabado. No se pierde nada: entrega tus respuestas o toma más tiempo.',
  more: (time) => `Tomar ${time} más`,
  added: (time) => `Tienes ${time} más.`,
  places: 'Preguntas',
  place: (question, state) => `${question}: ${state}`,
  previous: 'Pregunta anterior',
  next: 'Pregunta siguiente',
  answered: 'con respuesta',
  unanswered: 'aún sin respuesta',
  unread: 'no se puede leer',
  unsure: 'falta indicar la seguridad',
  sure: '¿Qué seguridad tienes?',
  guess: 'Al azar',
  fairly: 'Bastante seguridad',
  certain: 'Certeza',
};

export const home: Language['home'] = {
  start: (title) => `Empezar: ${title}`,
  resume: go,
  waits,
  asks: (clause) => say`Terminarás el curso cuando ${clause}.`,
  later: (date) => `Ahora no hay nada que hacer. Vuelve a partir del ${date}.`,
  nothing: 'Ahora no hay nada que hacer.',
  finished: 'Has terminado este curso',
  certificate: 'Ver tu certificado',
  completion: toCompletion,
};

export const progress: Language['progress'] = {
  label: 'Tu progreso',
  done: (cleared, required) => `${number(cleared)} de ${number(required)} completados`,
};

export const report: Language['report'] = {
  minutes: (duration) => `quedan unos ${duration}`,
  added: (pages) => `${count(pages, 'página añadida', 'páginas añadidas')} para ti`,
  points: 'Puntos',
  competencies: 'Competencias',
  badges: 'Insignias',
  noBadges: 'Todavía ninguna.',
  mastered: 'Dominada',
  mastery: (share, mark) => `${percent(share)}; dominada a partir del ${percent(mark)}`,
  seen: (seen, evidence) => `${number(seen)} de las ${number(evidence)} preguntas necesarias vistas`,
  unseen: 'Todavía sin preguntas respondidas',
  sections: 'Sección por sección',
  pointsOf: (points, possible) => `${number(points)} de ${number(possible)}`,
};

export const transfer: Language['transfer'] = {
  title: 'Copiar o llevar tu progreso',
  about:
    'Guarda tu progreso en un archivo para tener una copia, para entregarlo o para seguir en otro dispositivo.',
  aboutLink: 'Mientras es pequeño, sirve también un enlace o un código QR.',
  save: 'Guardar en un archivo',
  load: 'Añadir el progreso de un archivo',
  reading: 'Leyendo el archivo…',
  adds: (things) => `Esto añade ${entries(things)}: páginas abiertas, respuestas, resultados y similares.`,
  adding: 'Añadiendo…',
  total: (cleared, required, earned) =>
    `Con esto tendrías ${number(cleared)} de ${number(required)} pasos completados y ${points(earned)}. No se pierde nada de lo que tienes.`,
  underWay: 'Contiene respuestas de intentos que aún no se han entregado.',
  stays:
    'Tienes aquí respuestas que aún no has entregado. Se quedan como están; lo que el archivo tiene en su lugar se deja fuera.',
  known: 'Todo lo que contiene ya está aquí: no se ha añadido nada.',
  skipped: (things) =>
    `${count(things, 'entrada del archivo no se puede leer con esta versión y queda', 'entradas del archivo no se pueden leer con esta versión y quedan')} fuera.`,
  add: 'Añadir',
  cancel: 'Cancelar',
  added: (things) => `${count(things, 'entrada añadida', 'entradas añadidas')}.`,
  problem: {
    size: 'Este archivo es demasiado grande para ser un archivo de progreso.',
    read: 'Este archivo no se puede leer. Elígelo de nuevo.',
    json: 'Este no es un archivo de progreso: no es JSON. Elige un archivo creado con «Guardar en un archivo».',
    format:
      'Este no es el archivo de progreso de un curso. Elige un archivo creado con «Guardar en un archivo».',
    version:
      'Este archivo de progreso es de una versión más reciente. Vuelve a cargar la página para obtenerla e inténtalo de nuevo.',
    link: 'Este enlace está dañado o se cortó por el camino. Cópialo de nuevo o usa un archivo de progreso.',
    course: (name) => `Este progreso pertenece a otro curso: ${quote(name)}.`,
  },
  reset: 'Borrar mi progreso',
  resetTitle: '¿Borrar todo el progreso en este curso?',
  resetAbout:
    'Las respuestas, los resultados, las insignias y tu lugar en el curso desaparecen de este navegador para siempre. Un archivo guardado sigue siendo tuyo.',
  resetNow: 'Borrar',
  resetDone: 'Tu progreso se ha borrado.',
  resetFailed:
    'Tu progreso no se ha podido borrar en todas partes. Borra los datos de este sitio en los ajustes del navegador.',
  link: 'Crear un enlace',
  linkTitle: 'Tu progreso en un enlace',
  linkAbout:
    'Abre este enlace en otro dispositivo y añade allí tu progreso tal como está ahora. El enlace contiene tus respuestas: dáselo solo a quien pueda verlas.',
  linkLabel: 'El enlace',
  linkLong: (characters, most) =>
    `Tu progreso ya es demasiado grande para un enlace: tendría ${number(characters)} caracteres, y a partir de ${number(most)} se corta por el camino. Guárdalo en un archivo.`,
  copy: 'Copiar el enlace',
  copied: 'El enlace se ha copiado.',
  copyFailed: 'El navegador no ha dejado copiar el enlace. Está seleccionado: cópialo con el teclado.',
  share: 'Compartir el enlace',
  qr: 'O apunta con la cámara del otro dispositivo a este código:',
  qrAlt: 'Código QR del enlace',
  qrLarge:
    'Tu progreso es demasiado grande para un código QR que una cámara pueda leer en una pantalla. El enlace funciona.',
  fromLink: 'Progreso de un enlace',
  fromFile: 'Progreso de un archivo',
  name: 'El nombre para el certificado viene con él.',
  whose: (name, date) =>
    `${name === undefined ? 'Progreso sin nombre' : `Progreso de ${name}`}${date === undefined ? '' : `, guardado el ${date}`}.`,
  addsTo: (name) => `Se añadirá al progreso de ${name}.`,
};

export const quizChanged: Language['quizChanged'] = {
  title: 'Este cuestionario ha cambiado desde que empezaste.',
  elsewhere:
    'Empezaste antes este intento en otro dispositivo: sigue con las preguntas que se sortearon allí.',
  right: (questions) =>
    `${count(questions, 'pregunta cuenta ahora como correcta y no se repite', 'preguntas cuentan ahora como correctas y no se repiten')}.`,
  gone: (questions) => count(questions, 'pregunta ya no está', 'preguntas ya no están'),
  fresh: (questions) => count(questions, 'pregunta es nueva', 'preguntas son nuevas'),
  otherwise: (questions) => `${count(questions, 'pregunta pide', 'preguntas piden')} ahora otra cosa`,
  pass: (now, before) =>
    now === undefined
      ? 'Ya no tiene nota mínima.'
      : before === undefined
        ? `Para aprobar hace falta un ${percent(now)}.`
        : `Para aprobar hace falta un ${percent(now)}, en lugar de un ${percent(before)}.`,
};

export const edition: Language['edition'] = {
  title: 'Este curso se ha actualizado',
  kept: 'Lo que has terminado sigue terminado.',
  finished: 'Has terminado este curso, y eso no cambia.',
  close: 'Cerrar',
  pages: (pages) => `${count(pages, 'página es nueva', 'páginas son nuevas')}:`,
  later: (title) => `${title} (se abre más adelante)`,
  reopened: 'Abierto otra vez, por lo que hay de nuevo:',
  changed: (questions) =>
    `${count(questions, 'pregunta que respondiste pregunta', 'preguntas que respondiste preguntan')} ahora otra cosa. Conservas lo que ganaste; puedes responder de nuevo:`,
  gone: (pages) =>
    `${count(pages, 'página que habías abierto ya no forma', 'páginas que habías abierto ya no forman')} parte del curso. Lo que hiciste allí se conserva.`,
  result: (quiz, now, before) =>
    say`Se ha corregido la solución de una pregunta de ${quiz}. Tu resultado es ahora un ${percent(now)} en lugar de un ${percent(before)}.`,
  answers: (item, questions) =>
    say`Se ha corregido la solución de ${count(questions, 'pregunta', 'preguntas')} de ${item}. Tus respuestas cuentan ahora más.`,
};

export const arrivals: Language['arrivals'] = {
  title: 'Añadido desde archivos y enlaces',
  link: 'un enlace',
  script: 'otro programa',
  file: (name) => `el archivo ${quote(name)}`,
  undo: 'Deshacer',
  undoOf: (from, date) => `Deshacer lo añadido desde ${from} el ${date}`,
  entry: (things, from, date) => `${brought(things, 'Lo añadido')} de ${from}, ${date}`,
  takes: (things) =>
    `Esto quita de nuevo ${brought(things, 'lo añadido')}. Lo que llegó además de entradas (respuestas sin entregar, límites de tiempo ampliados, un nombre) se quita también, si no se ha cambiado desde entonces. Lo que has hecho aquí se queda, y también lo que otros archivos hayan traído.`,
  undone: (things) =>
    things === 0
      ? 'Lo añadido se ha quitado de nuevo.'
      : `${count(things, 'entrada quitada', 'entradas quitadas')} de nuevo.`,
  failed: 'Esto no se ha podido deshacer en todas partes. Inténtalo de nuevo.',
};

export const unread: Language['unread'] = {
  about: (things) =>
    `${count(things, 'entrada de tu progreso guardado no se ha podido leer. Se conserva tal cual: quizá una versión más nueva del curso pueda leerla', 'entradas de tu progreso guardado no se han podido leer. Se conservan tal cual: quizá una versión más nueva del curso pueda leerlas')}.`,
  save: 'Guardar en un archivo lo que no se puede leer',
};

export const keeping: Language['keeping'] = {
  promised: 'Este navegador ha prometido conservar tu progreso, también cuando le falte espacio.',
  open: 'Este navegador no ha prometido conservar tu progreso: puede borrarlo cuando le falte espacio.',
  place:
    'Se guarda para este archivo en el lugar donde está ahora: quien lo mueve o le cambia el nombre empieza de nuevo. Guarda antes tu progreso en un archivo.',
  ask: 'Pedir al navegador que lo conserve',
  granted: 'El navegador conserva tu progreso desde ahora.',
  denied: 'El navegador no lo ha prometido. Guarda tu progreso en un archivo de vez en cuando.',
  safari:
    'Este navegador borra el progreso de un curso que no has abierto en siete días de uso. Has hecho algo desde tu última copia: guarda una de vez en cuando.',
  private:
    'Esta parece una ventana privada: el navegador olvida tu progreso cuando la cierras. Guarda antes una copia.',
  later: 'Ahora no',
};

export const people: Language['people'] = {
  title: 'Personas que aprenden en este ordenador',
  about:
    '¿Aprenden varias personas en este navegador? Cada una tiene su propio progreso. No hay contraseña: quien usa este navegador puede cambiar.',
  who: '¿Quién está aprendiendo?',
  whoAbout: 'Cada persona tiene su propio progreso.',
  learning: (name) => `Aprende ahora: ${name}`,
  now: 'aprende ahora',
  label: 'Aprende:',
  take: (name) => `Cambiar a ${name}`,
  yourName: 'Tu propio nombre o apodo',
  newName: 'Nombre o apodo de la nueva persona',
  add: 'Añadir una persona',
  addNow: 'Añadir y cambiar',
  rename: 'Cambiar el nombre',
  renameNow: 'Guardar el nombre',
  renamed: (name) => `El nombre es ahora ${name}.`,
  remove: 'Quitar',
  removeTitle: (name) => `¿Quitar a ${name} de este ordenador?`,
  removeAbout:
    'Todas las respuestas, resultados e insignias de esta persona desaparecen de este navegador para siempre. Guárdalos antes en un archivo. Las demás personas no pierden nada.',
  removeNow: 'Quitar',
  removeFailed: 'No se ha podido quitar todo. Cierra otras pestañas de este curso e inténtalo de nuevo.',
  cancel: 'Cancelar',
  manage: 'Añadir, renombrar o quitar personas',
  change: 'Cambiar de persona',
  unnamed: 'Persona sin nombre',
  taken: 'Alguien tiene ya este nombre aquí.',
  needed: 'Escribe un nombre o un apodo.',
  refused:
    'Este navegador no conserva nada para este sitio, así que no puede mantener separadas a varias personas.',
  unsaved:
    'Parte de tu progreso aún no está guardada y se perdería. Guárdala primero en un archivo e inténtalo de nuevo.',
  failed: 'Este navegador no ha podido conservarlo. Libera espacio e inténtalo de nuevo.',
};

export const complete: Language['complete'] = {
  toDo: 'Recibirás el certificado cuando hayas terminado el curso.',
  when: (clause) => say`Recibirás el certificado cuando ${clause}.`,
};

export const embed: Language['embed'] = {
  play: (title, service) => `Reproducir ${quote(title)} desde ${service}`,
  note: (service) => `Carga contenido de ${service}, que sabrá entonces que lo estás viendo.`,
};

export const announce: Language['announce'] = {
  opened: (titles) => `Ahora disponible: ${titles.join(', ')}.`,
  more: (pages) => count(pages, 'página más', 'páginas más'),
  badge: (title) => `Insignia conseguida: ${title}.`,
  noted: 'Anotado.',
  retry: (title) => `Anotado. Puedes volver a intentar ${quote(title)}.`,
  finished,
};

export const site: SiteWords = {
  skip: 'Ir al contenido',
  contents: 'Contenido',
  courseContents: 'Contenido del curso',
  course: 'Curso',
  more: 'Más páginas',
  courseMap: 'Mapa del curso',
  mapAsPicture: 'Todo el recorrido en una imagen',
  mapAsList: 'En forma de lista, con tiempos y lo que espera cada página',
  mapAbove: 'El mapa alrededor de esta sección',
  here: 'Está aquí',
  progress: 'Progreso',
  glossary: 'Glosario',
  certificate: 'Certificado',
  home: 'Inicio del curso',
  close: 'Cerrar',
  onThisPage: 'En esta página',
  breadcrumb: 'Ruta de navegación',
  previous: 'Anterior',
  next: 'Siguiente',
  previousAndNext: 'Anterior y siguiente',
  noScript:
    'Las páginas se pueden leer sin JavaScript. Hace falta para sortear preguntas, comprobar las respuestas y conservar tu progreso.',
  by: (authors) => `De ${site.authors(authors)}`,
  authors: (authors) => new Intl.ListFormat(tag).format(authors),
  version: (version) => `Versión ${version}`,
  pagesBefore: (pages) => `${count(pages, 'página', 'páginas')} antes`,
  pagesAfter: (pages) => `${count(pages, 'página', 'páginas')} después`,
  modules: (modules) => count(modules, 'módulo', 'módulos'),
  quizzes: (quizzes) => count(quizzes, 'cuestionario', 'cuestionarios'),
  questions: (questions) => count(questions, 'pregunta', 'preguntas'),
  attempts,
  points,
  quiz: 'Cuestionario',
  optional: 'Opcional',
  undecided: 'Aún sin decidir: aparecerá aquí cuando llegues.',
  question: 'Pregunta',
  questionOf,
  drawn: (questions) =>
    questions === 1
      ? 'Aquí se sortea una pregunta, otra en cada intento.'
      : `Aquí se sortean ${number(questions)} preguntas, otras en cada intento.`,
  hint: 'Pista',
  hintOf: (index, of) => `Pista ${number(index)} de ${number(of)}`,
  hintCosts: (hint, cost) => `${hint} (cuesta un ${percent(cost)} de los puntos)`,
  timeLimit: (time) => `Límite de tiempo de ${time}, ampliable`,
  chooseAll: 'elige todas las correctas',
  withUnit: 'con su unidad',
  figures: (figures) => count(figures, 'cifra significativa', 'cifras significativas'),
  decimals: (decimals) => count(decimals, 'decimal', 'decimales'),
  blankOf: (index, of) => `Hueco ${number(index)} de ${number(of)}`,
  choose: 'Elegir…',
  fillIn: 'completa los huecos',
  matchUp: 'relaciona cada elemento con su pareja',
  putInOrder: 'pon los elementos en orden',
  sortInto: 'clasifica cada elemento en su categoría',
  moveUp: (text) => `Subir: ${text}`,
  moveDown: (text) => `Bajar: ${text}`,
  settled: 'Este es mi orden',
  true: 'Verdadero',
  false: 'Falso',
  check: 'Comprobar la respuesta',
  keep: 'Guardar respuesta',
  yourAnswer: 'Tu respuesta',
  place: (index) => `Lugar ${number(index)}`,
  ungraded: 'sin respuesta correcta ni incorrecta',
  keptHere:
    'Tu respuesta no se envía a ninguna parte: queda en este navegador y en el archivo de progreso que guardes.',
  agreement: [
    'Totalmente en desacuerdo',
    'En desacuerdo',
    'Ni de acuerdo ni en desacuerdo',
    'De acuerdo',
    'Totalmente de acuerdo',
  ],
  handIn: 'Entregar las respuestas',
  passWith: (mark) => `Se aprueba con un ${percent(mark)}`,
  about: (time) => `Duración: ${time}`,
  upTo: (time) => `hasta ${time}`,
  fromTo: (from, to) => `de ${from} a ${to}`,
  start: (title) => `Empezar por ${quote(title)}`,
  inOrder: 'Una cosa después de otra',
  inOrderAutoplay: 'Una cosa después de otra; la siguiente empieza sola',
  hurdles: 'Una cosa después de otra; aprueba cada cuestionario para seguir',
  anyOrder: 'En cualquier orden',
  anyOrderFinish: 'En cualquier orden; sáltate lo que ya sabes y termina con el cuestionario',
  branches: 'Todo esto: tú eliges por dónde empezar',
  route: 'Tus resultados deciden lo que sigues aquí',
  chooseOne: 'Elige una opción',
  chooseOf: (options) => `Elige ${number(options)} opciones`,
  outcomes: 'Lo que sabrás hacer',
  yourProgress: 'Tu progreso',
  progressAbout: (course) =>
    `Lo que has hecho en ${quote(course)} no se envía a ningún sitio: solo lo conoce este navegador, en este dispositivo.`,
  report: 'Lo que está hecho',
  transfer: 'Trasladar o borrar tu progreso',
  notice: 'Aviso',
  completed: 'Curso terminado',
  yourCertificate: 'Tu certificado',
  completeLater: (course) => `Esta página se completará cuando termines ${quote(course)}.`,
  certificateLater: (course) =>
    `Cuando termines ${quote(course)}, tu certificado estará aquí, listo para imprimir.`,
  finished: (course) => `Has terminado ${quote(course)}.`,
  toCourse: 'Ir al curso',
  badges: 'Insignias',
  name: 'Nombre en el certificado',
  print: 'Imprimir o guardar como PDF',
  hasCompleted: 'ha completado el curso',
  mastered: 'Competencias dominadas:',
  date: 'Fecha',
  issuer: 'Expedido por',
  signatory: 'Firmado',
  terms: (terms) => `${count(terms, 'término', 'términos')} de este curso.`,
  notFound: 'Página no encontrada',
  notFoundTitle: 'Esta página no existe',
  notFoundText:
    'Quizá ha cambiado de sitio o la dirección tiene un error. No se ha perdido nada de tu progreso.',
  retiredTitle: 'Esta página ya no forma parte del curso',
  retiredText: 'Lo que hiciste en ella se conserva.',
  toStart: (course) => `Ir al inicio de ${course}`,
  transcript: 'Transcripción',
  captions: 'Subtítulos',
  note: 'Nota',
  tip: 'Consejo',
  important: 'Importante',
  warning: 'Advertencia',
  caution: 'Precaución',
  example: 'Ejemplo',
  footnotes: 'Notas al pie',
  taskDone: 'Hecho',
  taskOpen: 'Por hacer',
  backTo: (reference) => `Volver a la llamada ${reference}`,
};
