/**
 * The strongly connected components of a graph: nodes of one component reach each other. Gives each node the
 * number of its component. Tarjan's algorithm (https://doi.org/10.1137/0201010), without recursion, so that a
 * hostile graph cannot overflow the stack.
 */
export function components<Node>(
  nodes: Iterable<Node>,
  next: (node: Node) => Iterable<Node>,
): ReadonlyMap<Node, number> {
  const order = new Map<Node, number>();
  const low = new Map<Node, number>();
  const component = new Map<Node, number>();
  const open: Node[] = [];
  let found = 0;
  const lower = (node: Node, value: number) => {
    low.set(node, Math.min(low.get(node) ?? value, value));
  };
  for (const root of nodes) {
    if (order.has(root)) continue;
    const path: { readonly node: Node; readonly rest: Iterator<Node> }[] = [];
    const enter = (node: Node) => {
      order.set(node, order.size);
      lower(node, order.size - 1);
      open.push(node);
      path.push({ node, rest: next(node)[Symbol.iterator]() });
    };
    enter(root);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { node, rest } = step;
      const target = rest.next();
      if (!target.done) {
        const seen = order.get(target.value);
        if (seen === undefined) enter(target.value);
        else if (!component.has(target.value)) lower(node, seen);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      const reached = low.get(node) ?? 0;
      if (above !== undefined) lower(above.node, reached);
      if (reached !== order.get(node)) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component.set(member, found);
        if (member === node) break;
      }
      found++;
    }
  }
  return component;
}
