import { child, number, parseShare, sitedText, sitedTexts, text, whole } from '../../load/read.ts';
import type { YamlEntry, YamlNode } from '../../load/yaml.ts';
import type { NumericRules, Tolerance } from './types.ts';

/** Reads how a number is to be given. */
export function readRules(fields: ReadonlyMap<string, YamlEntry>): NumericRules {
  const tolerance = readTolerance(child(fields, 'tolerance'));
  const figures = whole(child(fields, 'figures'), 1);
  const decimals = whole(child(fields, 'decimals'), 0);
  const unit = sitedText(child(fields, 'unit'));
  const others = sitedTexts(child(fields, 'units'));
  return {
    ...(tolerance !== undefined && { tolerance }),
    ...(figures !== undefined && { figures }),
    ...(decimals !== undefined && { decimals }),
    units: unit === undefined ? others : [unit, ...others],
    ...(!fields.has('unit') && others.length > 0 && { isUnitMissing: true }),
  };
}

function readTolerance(node: YamlNode | undefined): Tolerance | undefined {
  if (node === undefined) return undefined;
  const absolute = number(node, 0);
  if (absolute !== undefined) return { type: 'absolute', by: absolute, span: node.span };
  const relative = parseShare(text(node) ?? '');
  return relative === undefined ? undefined : { type: 'relative', by: relative, span: node.span };
}
