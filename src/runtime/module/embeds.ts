import type { Tools } from '../tools.ts';
import * as words from '../words.ts';

const PLAYERS: Readonly<Record<string, (id: string) => string>> = {
  youtube: (id) => `https://www.youtube-nocookie.com/embed/${encodeURIComponent(id)}?autoplay=1`,
  vimeo: (id) => `https://player.vimeo.com/video/${encodeURIComponent(id)}?dnt=1&autoplay=1`,
};

const SERVICES: Readonly<Record<string, string>> = { youtube: 'YouTube', vimeo: 'Vimeo' };

export interface EmbedsPart {
  /** Turns the links to foreign videos into buttons that load the player: nothing leaves the site before a click. */
  activate(): void;
}

export function embedsPart(tools: Tools): EmbedsPart {
  return { activate: () => activate(tools) };
}

function activate({ all, h }: Tools): void {
  for (const place of all('[data-embed]')) {
    const { embed = '', id = '', title = '' } = place.dataset;
    const player = PLAYERS[embed];
    const link = place.querySelector('a');
    if (!player || !link || id === '') continue;
    const service = SERVICES[embed] ?? embed;
    const load = () => {
      const frame = h('iframe', {
        src: player(id),
        title,
        allow: 'autoplay; fullscreen; encrypted-media; picture-in-picture',
        allowfullscreen: true,
        referrerpolicy: 'strict-origin-when-cross-origin',
      });
      button.replaceWith(frame);
      note.remove();
      frame.focus();
    };
    const button = h(
      'button',
      { type: 'button', class: 'embed-button', click: load },
      words.embed.play(title, service),
    );
    const note = h('p', { class: 'embed-note' }, words.embed.note(service));
    place.prepend(button, note);
  }
}
