/** Options of Swagger UI. Functions are sent to the browser as source text, so they must use only their arguments. */

/** The used parts of Immutable.js. */
interface List {
  readonly size: number;
  filter(keep: (item: Item) => boolean): List;
}
interface Item {
  get(key: string): string;
  getIn(path: string[], missing: string): string;
}
interface Group {
  get(key: 'operations'): List;
  set(key: 'operations', operations: List): Group;
}
interface Groups {
  readonly size: number;
  map(change: (group: Group, tag: string) => Group): Groups;
  filter(keep: (group: Group) => boolean): Groups;
}
type Element = object;
interface System {
  React: { createElement(type: unknown, properties?: object | null, ...children: unknown[]): Element };
  fn: { opsFilter(groups: Groups, phrase: string): Groups };
  layoutSelectors: { currentFilter(): unknown };
  specSelectors: { taggedOperations(): Groups };
}
type Component = (properties: Record<string, unknown>) => Element;
interface FilterProperties {
  layoutSelectors: { currentFilter(): unknown };
  layoutActions: { updateFilter(phrase: string): void };
}

/** Searches group, method, path, summary and name of every operation, instead of the exact group name. */
const searchPlugin = () => ({
  fn: {
    opsFilter: (groups: Groups, phrase: string): Groups => {
      const words = phrase
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== '');
      const textOf = (tag: string, item: Item): string =>
        [
          tag,
          item.get('method'),
          item.get('path'),
          item.getIn(['operation', 'summary'], ''),
          item.getIn(['operation', 'operationId'], ''),
        ]
          .join(' ')
          .toLowerCase();
      const matching = (group: Group, tag: string): List =>
        group.get('operations').filter((item) => words.every((word) => textOf(tag, item).includes(word)));
      return groups
        .map((group, tag) => group.set('operations', matching(group, tag)))
        .filter((group) => group.get('operations').size > 0);
    },
  },
});

const searchFieldPlugin = () => ({
  wrapComponents: {
    FilterContainer:
      (_original: Component, { React }: System) =>
      ({ layoutSelectors, layoutActions }: FilterProperties): Element => {
        const filter = layoutSelectors.currentFilter();
        const input = React.createElement('input', {
          className: 'operation-filter-input',
          type: 'search',
          placeholder: 'Search operations: convert, POST leads, webhook …',
          'aria-label': 'Search operations',
          value: typeof filter === 'string' && filter !== 'true' ? filter : '',
          onChange: (event: { target: { value: string } }) => layoutActions.updateFilter(event.target.value),
        });
        return React.createElement(
          'div',
          { className: 'filter-container' },
          React.createElement('section', { className: 'filter wrapper' }, input),
        );
      },
  },
});

/** During a search all groups are open, so that the results are visible. */
const openGroupsPlugin = () => ({
  wrapComponents: {
    OperationTag:
      (original: Component, { React }: System) =>
      (properties: { layoutSelectors: System['layoutSelectors'] }): Element => {
        const filter = properties.layoutSelectors.currentFilter();
        const isSearching = typeof filter === 'string' && filter !== 'true' && filter.trim() !== '';
        const layoutSelectors = isSearching
          ? { ...properties.layoutSelectors, isShown: () => true }
          : properties.layoutSelectors;
        return React.createElement(original, { ...properties, layoutSelectors });
      },
  },
});

const noResultPlugin = () => ({
  wrapComponents: {
    operations:
      (original: Component, { React, fn }: System) =>
      (properties: { layoutSelectors: System['layoutSelectors']; specSelectors: System['specSelectors'] }): Element => {
        const filter = properties.layoutSelectors.currentFilter();
        const isEmpty =
          typeof filter === 'string' &&
          filter !== 'true' &&
          fn.opsFilter(properties.specSelectors.taggedOperations(), filter).size === 0;
        return isEmpty
          ? React.createElement('h3', null, 'No operation matches this search.')
          : React.createElement(original, properties);
      },
  },
});

export const UI = {
  persistAuthorization: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  filter: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  operationsSorter: 'alpha',
  plugins: [searchPlugin, searchFieldPlugin, openGroupsPlugin, noResultPlugin],
};

/** Hides the top bar and shortens the header, so that Authorize and the list are visible without scrolling. */
export const UI_STYLE = `.swagger-ui .topbar { display: none }
.swagger-ui .info { margin: 20px 0 }
.swagger-ui .info details > summary { cursor: pointer }
.swagger-ui .scheme-container { padding: 12px 0; margin: 0 0 12px }
.swagger-ui .filter .operation-filter-input { margin: 8px 0 }`;
