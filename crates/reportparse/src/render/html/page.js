'use strict';
for (const table of document.querySelectorAll('table.sortable')) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const refill = rows => { const all = document.createDocumentFragment(); rows.forEach(row => all.append(row)); body.append(all); };

  // A press on a heading sorts by its column, a second one the other way round. What has no key stays last.
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    const key = row => row.cells[column].dataset.key ?? row.cells[column].textContent.trim();
    const compare = head.dataset.sort === 'number' ? (a, b) => a - b : new Intl.Collator('zh').compare;
    button.addEventListener('click', () => {
      const sign = head.ariaSort === 'ascending' ? -1 : 1;
      heads.forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', sign > 0 ? 'ascending' : 'descending');
      const keyed = [...body.rows].map(row => [key(row), row]);
      keyed.sort(([a], [b]) => a === '' || b === '' ? (a === '') - (b === '') : sign * compare(a, b));
      refill(keyed.map(([, row]) => row));
    });
  });

  const controls = document.createElement('div');
  controls.className = 'controls';
  const filter = document.createElement('input');
  filter.type = 'search';
  filter.placeholder = 'Filter';
  filter.setAttribute('aria-label', 'Show the rows that hold these words');
  const count = document.createElement('span');
  filter.addEventListener('input', () => {
    const words = filter.value.toLowerCase().split(/\s+/);
    let shown = 0;
    for (const row of body.rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every(word => text.includes(word));
      shown += !row.hidden;
    }
    count.textContent = `${shown} of ${body.rows.length}`;
  });
  controls.append(filter, count);
  table.parentElement.before(controls);
}

// What a mark says, for those who cannot hover.
const bubble = document.createElement('div');
bubble.className = 'bubble';
bubble.setAttribute('role', 'status');
document.querySelector('.reportparse').append(bubble);
document.addEventListener('click', event => {
  bubble.textContent = event.target.closest('.text [title]')?.title ?? '';
});

// On a narrow screen the outline would push the text away.
if (matchMedia('(max-width: 999px)').matches) document.querySelector('.toc')?.removeAttribute('open');
