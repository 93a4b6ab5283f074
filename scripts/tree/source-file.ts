import ts from 'typescript';

export type SourceFile = {
  /** From the top of the tree, with slashes. */
  path: string;
  text: string;
  lineCount: number;
  /** What it imports of the tree, by the same paths; types too, which a reader follows as well. */
  imports: readonly string[];
  /** Names of the values and types that it exports. */
  exports: readonly string[];
  functions: readonly FunctionSize[];
};
export type FunctionSize = { name: string; lineCount: number };

export const isTest = (path: string): boolean => /\.(test|spec|examples)\.tsx?$|\/testing\/|\.d\.ts$/.test(path);

/** `resolve` finds the file that an import of `from` names, null for a package. */
export function readSource(
  path: string,
  text: string,
  resolve: (source: string, from: string) => string | null,
): SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports = new Set<string>();
  const exports = new Set<string>();
  const functions: FunctionSize[] = [];
  const lineOf = (position: number): number => tree.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node): void => {
    const source = sourceOf(node);
    const target = source === null ? null : resolve(source, path);
    if (target !== null && target !== path) imports.add(target);
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const lineCount = lineOf(node.getEnd()) - lineOf(node.getStart(tree)) + 1;
      functions.push({ name: nameOf(node), lineCount });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  for (const statement of tree.statements) for (const name of exportedNames(statement)) exports.add(name);
  const lineCount = text.trimEnd().split('\n').length;
  return { path, text, lineCount, imports: [...imports], exports: [...exports], functions };
}

function sourceOf(node: ts.Node): string | null {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
    return ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : null;
  }
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return null;
  const [source] = node.arguments;
  return source && ts.isStringLiteral(source) ? source.text : null;
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name) return node.name.getText();
  const { parent } = node;
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText() : '(unnamed)';
}

function exportedNames(statement: ts.Statement): string[] {
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!isExported) return [];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const { name } = statement as ts.DeclarationStatement;
  return name ? [name.getText()] : [];
}
