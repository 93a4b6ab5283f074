export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** Groups of nodes that reach each other (Tarjan's strongly connected components), each sorted; one alone is no cycle. */
export function findCycles(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const cycles: string[][] = [];
  const low = (node: string): number => lowest.get(node) ?? Infinity;

  function visit(node: string): void {
    order.set(node, order.size);
    lowest.set(node, order.size - 1);
    open.push(node);
    isOpen.add(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (isOpen.has(next)) lowest.set(node, Math.min(low(node), low(next)));
    }
    if (low(node) === order.get(node)) close(node);
  }

  function close(node: string): void {
    const members = open.splice(open.indexOf(node));
    for (const member of members) isOpen.delete(member);
    if (members.length > 1) cycles.push(members.sort());
  }

  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return cycles;
}

/** The graph of groups of nodes: two are joined when a node of one leads to a node of the other. */
export function groupGraph(graph: Graph, groupOf: (node: string) => string): Graph {
  const groups = new Map<string, Set<string>>();
  for (const [node, nexts] of graph) {
    const own = groupOf(node);
    const joined = groups.get(own) ?? new Set<string>();
    groups.set(own, joined);
    for (const next of nexts) if (groupOf(next) !== own) joined.add(groupOf(next));
  }
  return groups;
}
