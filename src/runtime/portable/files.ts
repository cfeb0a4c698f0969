import { PORTABLE_ROOT } from '../../model/portable.ts';

const LOOKED_UP = ['src', 'href', 'poster', 'srcset'] as const;

/** What plays and what is saved is given as a blob: it can be sought in, and is not bound to the length of addresses. */
const AS_BLOB = 'video, audio, source, a';

/** The files that stand in the document. */
export interface Files {
  /** Gives the elements below `root` the addresses of the files that they name. */
  resolve(root: ParentNode): void;
  /** Frees what was made for the page that was left. */
  release(): void;
}

/** Takes them from where they are stored, each when it is asked for. */
export function openFiles(): Files {
  const shared = new Map<string, string>();
  let own: string[] = [];

  const addressOf = (element: Element, value: string): string | undefined => {
    if (value.startsWith('data:') && element.matches(AS_BLOB)) {
      const [, type = '', base64] = /^data:([^;,]*);base64,(.*)$/s.exec(value) ?? [];
      if (base64 === undefined) return undefined;
      const made = blobOf(base64, type);
      own.push(made);
      return made;
    }
    if (!value.startsWith(`${PORTABLE_ROOT}media/`)) return undefined;
    const place = value.slice(PORTABLE_ROOT.length);
    const known = shared.get(place);
    if (known !== undefined) return known;
    const stored = document.querySelector<HTMLElement>(`script[data-file="${CSS.escape(place)}"]`);
    if (!stored) return undefined;
    const made = blobOf(stored.textContent, stored.dataset.type ?? '');
    shared.set(place, made);
    return made;
  };

  return {
    resolve(root) {
      for (const name of LOOKED_UP) {
        for (const element of root.querySelectorAll(
          `[${name}^="data:"], [${name}^="${PORTABLE_ROOT}media/"]`,
        )) {
          const address = addressOf(element, element.getAttribute(name) ?? '');
          if (address !== undefined) element.setAttribute(name, address);
        }
      }
    },
    release() {
      for (const address of own) URL.revokeObjectURL(address);
      own = [];
    },
  };
}

function blobOf(base64: string, type: string): string {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return URL.createObjectURL(new Blob([bytes], { type }));
}
