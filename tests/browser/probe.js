'use strict';
// Runs inside a page that `reportparse view` wrote: uses it as a reader would, and tells the page around it what it found.
addEventListener('load', () => {
  const faults = [];
  const check = (holds, what) => { if (!holds) faults.push(what); };
  const violations = [];
  document.addEventListener('securitypolicyviolation', event => violations.push(event.violatedDirective));

  const table = document.querySelector('table.sortable');
  const rows = () => [...table.tBodies[0].rows];
  const count = rows().length;
  check(count > 0, 'the table is empty');

  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const keys = () => rows().map(row => row.cells[column].dataset.key ?? row.cells[column].textContent.trim());
    const numeric = head.dataset.sort === 'number';
    const ordered = (a, b) => a === '' || b === '' ? b === '' : numeric ? +a <= +b : new Intl.Collator('zh').compare(a, b) <= 0;
    const pairs = values => values.slice(1).map((value, at) => [values[at], value]);
    head.querySelector('button').click();
    check(pairs(keys()).every(([a, b]) => ordered(a, b)), `${head.textContent}: not ascending`);
    check(head.ariaSort === 'ascending', `${head.textContent}: does not say that it is ascending`);
    head.querySelector('button').click();
    const filled = keys().filter(key => key !== '');
    check(pairs(filled).every(([a, b]) => ordered(b, a)), `${head.textContent}: not descending`);
    check(keys().slice(0, filled.length).every(key => key !== ''), `${head.textContent}: empty cells stand before filled ones`);
    check(rows().length === count, `${head.textContent}: sorting lost rows`);
  });

  const filter = document.querySelector('.controls input');
  const type = words => { filter.value = words; filter.dispatchEvent(new Event('input')); };
  const words = rows()[0].cells[1].textContent.trim().toLowerCase();
  type(words.toUpperCase());
  const holds = row => words.split(/\s+/).every(word => row.textContent.toLowerCase().includes(word));
  check(rows().every(row => holds(row) !== row.hidden), 'the filter shows the wrong rows');
  check(!rows()[0].hidden && rows().some(row => row.hidden), 'the filter shows nothing or everything');
  type('');
  check(rows().every(row => !row.hidden), 'an empty filter hides rows');

  const mark = document.querySelector('.text mark[id]');
  mark.click();
  check(document.querySelector('.bubble').textContent === mark.title, 'a touched figure does not tell what it is');
  check(document.documentElement.scrollWidth <= innerWidth, `the page is wider than the screen: ${document.documentElement.scrollWidth} > ${innerWidth}`);
  check(performance.getEntriesByType('resource').length === 0, 'something was loaded');
  check(violations.length === 0, `something tried to load: ${violations}`);

  // The page's policy must be in force, or the last two checks prove nothing.
  fetch('https://example.invalid/').catch(() => {}).finally(() => setTimeout(() => {
    check(violations.includes('connect-src'), 'the policy does not stop a request');
    const said = faults.length ? `FAULTS: ${faults.join('; ')}` : `PROBED ${count} figures at ${innerWidth}px`;
    parent.postMessage(said, '*');
  }));
});
