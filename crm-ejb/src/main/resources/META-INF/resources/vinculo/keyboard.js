/*
 * What pages do beyond the components: shortcuts, menus, dialogs, drafts of forms, toasts, theme. Everything hangs on
 * data attributes, so that nothing stands in the markup that a strict content policy would refuse.
 */
(function () {
  'use strict';

  const doc = document;
  const $ = (selector, root) => (root || doc).querySelector(selector);
  const $$ = (selector, root) => Array.from((root || doc).querySelectorAll(selector));
  const texts = () => ($('#uiTexts') || { dataset: {} }).dataset;
  const base = '/' + location.pathname.split('/')[1];
  const year = 365 * 24 * 3600;

  function remember(name, value) {
    const secure = location.protocol === 'https:' ? ';Secure' : '';
    doc.cookie = name + '=' + value + ';Path=/;SameSite=Lax;Max-Age=' + (value ? year : 0) + secure;
  }

  function typing(target) {
    return target.isContentEditable || /^(SELECT|TEXTAREA)$/.test(target.tagName) ||
      (target.tagName === 'INPUT' && !/^(checkbox|radio|button|submit|file)$/.test(target.type));
  }

  /* --- menus, drawer, dialogs: closed by Escape or a click elsewhere; the focus goes back where it came from --- */
  function closeMenus(except) {
    $$('details.menu[open]').forEach(menu => { if (menu !== except) { menu.open = false; } });
  }

  function drawer(open) {
    const side = $('#side');
    const button = $('[data-nav-drawer]');
    if (!side || !button) { return; }
    side.classList.toggle('is-open', open);
    button.setAttribute('aria-expanded', String(open));
    if (open) { (side.querySelector('[aria-current]') || side.querySelector('a')).focus(); }
  }

  let opener = null;
  function openDialog(dialog, from) {
    if (!dialog || dialog.open) { return; }
    opener = from || doc.activeElement;
    dialog.showModal();
    const first = $('.ui-autocomplete-input, input:not([type=hidden]), textarea', dialog);
    if (first) { first.focus(); }
  }
  doc.addEventListener('close', event => {
    if (event.target.tagName === 'DIALOG' && opener && opener.isConnected) { opener.focus(); }
  }, true);

  doc.addEventListener('click', event => {
    const target = event.target;
    closeMenus(target.closest('details.menu'));
    if (target.closest('[data-nav-drawer]')) { drawer(true); return; }
    const side = $('#side.is-open');
    if (side && !side.contains(target)) { drawer(false); }
    if (target.closest('[data-help]')) { openDialog($('#keys'), target.closest('[data-help]')); }
    const confirm = target.closest('[data-confirm]');
    if (confirm) { openDialog(doc.getElementById(confirm.dataset.confirm), confirm); event.preventDefault(); }
    const opens = target.closest('[data-opens]');
    if (opens) { openDialog(doc.getElementById(opens.dataset.opens), opens); }
    const cancel = target.closest('[data-close]');
    if (cancel && cancel.closest('dialog')) { cancel.closest('dialog').close(); event.preventDefault(); }
    if (target.closest('[data-nav-fold]')) { fold(); }
    const theme = target.closest('[data-theme-choice]');
    if (theme) { choose(theme.dataset.themeChoice); }
    openRow(event);
  });

  function fold() {
    const root = doc.documentElement;
    const folded = root.dataset.nav !== 'folded';
    root.dataset.nav = folded ? 'folded' : 'open';
    remember('nav', folded ? 'folded' : '');
    $('[data-nav-fold]').setAttribute('aria-expanded', String(!folded));
  }

  function choose(theme) {
    if (theme) { doc.documentElement.dataset.theme = theme; } else { delete doc.documentElement.dataset.theme; }
    remember('theme', theme);
    $$('[data-theme-choice]').forEach(button =>
      button.setAttribute('aria-pressed', String(button.dataset.themeChoice === theme)));
    doc.dispatchEvent(new CustomEvent('vinculo:theme'));
  }

  /* --- rows: a click anywhere opens what the first link names; j and k walk --- */
  function openRow(event) {
    const row = event.target.closest('tr');
    if (!row || event.defaultPrevented || event.button !== 0 || String(getSelection())) { return; }
    if (event.target.closest('a, button, input, label, select, summary, .ui-chkbox')) { return; }
    const link = $('.row-open', row);
    if (!link) { return; }
    if (event.ctrlKey || event.metaKey) { window.open(link.href, '_blank', 'noopener'); } else { link.click(); }
  }

  function walk(step) {
    const links = $$('tr .row-open');
    if (!links.length) { return false; }
    const at = links.indexOf(doc.activeElement);
    links[Math.max(0, Math.min(links.length - 1, at < 0 ? 0 : at + step))].focus();
    return true;
  }

  /* --- rows that are ticked: the bar for what can be done with them together --- */
  const boxes = name => $$('input[type=checkbox][name="' + CSS.escape(name) + '"]');

  function picked(name) {
    const bar = $('[data-bulk="' + CSS.escape(name) + '"]');
    const all = $('[data-pick-all="' + CSS.escape(name) + '"]');
    if (!bar) { return; }
    const ticked = boxes(name).filter(box => box.checked).length;
    bar.hidden = ticked === 0;
    const said = $('[role=status]', bar);
    said.textContent = ticked === 1 ? said.dataset.one : said.dataset.many.replace('#', ticked);
    all.checked = ticked > 0 && ticked === boxes(name).length;
    all.indeterminate = ticked > 0 && !all.checked;
    boxes(name).forEach(box => box.closest('tr').classList.toggle('is-picked', box.checked));
  }

  function pickAll(name, on) {
    boxes(name).forEach(box => { box.checked = on; });
    picked(name);
  }

  doc.addEventListener('change', event => {
    const all = event.target.dataset.pickAll;
    if (all) { pickAll(all, event.target.checked); } else if (event.target.name) { picked(event.target.name); }
  });
  doc.addEventListener('click', event => {
    const none = event.target.closest('[data-pick-none]');
    if (!none) { return; }
    pickAll(none.dataset.pickNone, false);
    $('[data-pick-all]').focus();
  });

  /* --- shortcuts --- */
  let pendingGo = 0;
  doc.addEventListener('keydown', event => {
    const key = event.key;
    if (event.isComposing) { return; }
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'k') { focusSearch(event); return; }
    if ((event.ctrlKey || event.metaKey) && key === 'Enter') { save(event); return; }
    if (key === 'Escape') { escape(event); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || $('dialog[open]')) { return; }
    if (pendingGo && Date.now() - pendingGo < 1500) {
      pendingGo = 0;
      const go = $('[data-go="' + CSS.escape(key) + '"]');
      if (go) { event.preventDefault(); go.click(); }
      return;
    }
    if (key === '/') { focusSearch(event); }
    if (key === '?') { event.preventDefault(); openDialog($('#keys')); }
    if (key === 'g') { pendingGo = Date.now(); }
    if (key === 'c') { create(event); }
    const own = /^[a-z]$/.test(key) && $('[data-key="' + key + '"]');
    if (own) { event.preventDefault(); own.click(); return; }
    if ((key === 'j' || key === 'k') && walk(key === 'j' ? 1 : -1)) { event.preventDefault(); }
  });

  function focusSearch(event) {
    const search = $('#search');
    if (!search) { return; }
    event.preventDefault();
    search.focus();
    search.select();
    find();
  }

  /* --- the search box: what is found while somebody types, walked with the arrows --- */
  let typed = 0;
  let asked = null;
  const foundBox = () => $('#foundBox');
  const options = () => $$('#found [role=option]');

  function showFound(open) {
    const box = foundBox();
    const input = $('#search');
    if (!box || !input) { return; }
    box.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
    if (!open) { mark(null); clearTimeout(typed); if (asked) { asked.abort(); asked = null; } }
  }

  function mark(option) {
    options().forEach(each => each.setAttribute('aria-selected', String(each === option)));
    const input = $('#search');
    if (option) { input.setAttribute('aria-activedescendant', option.id); option.scrollIntoView({ block: 'nearest' }); }
    else { input.removeAttribute('aria-activedescendant'); }
  }

  function find() {
    const input = $('#search');
    if (asked) { asked.abort(); }
    asked = new AbortController();
    const words = input.value.trim();
    fetch(base + '/search/quick?q=' + encodeURIComponent(words), { signal: asked.signal, credentials: 'same-origin' })
      .then(answer => {
        if (answer.redirected) { location.reload(); }
        return answer.ok && !answer.redirected ? answer.text() : null;
      })
      .then(text => { if (text !== null && doc.activeElement === input) { show(text); } })
      .catch(stopped => { if (stopped.name !== 'AbortError') { showFound(false); } });
  }

  function show(text) {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const quick = page.getElementById('quick');
    if (!quick) { return; }
    const box = foundBox();
    const marked = options().find(option => option.getAttribute('aria-selected') === 'true');
    box.replaceChildren(...Array.from(quick.children)
      .filter(part => part.tagName !== 'H1' && part.id !== 'quickSaid').map(part => doc.importNode(part, true)));
    options().forEach((option, at) => { option.id = 'found' + at; });
    $('#foundSaid').textContent = page.getElementById('quickSaid').textContent;
    showFound(true);
    if (marked) { mark(options().find(option => option.dataset.href === marked.dataset.href) || null); }
  }

  function searchKey(event) {
    const all = options();
    const at = all.findIndex(option => option.getAttribute('aria-selected') === 'true');
    const open = !foundBox().hidden;
    if (event.key === 'ArrowDown' && !open) { event.preventDefault(); find(); return; }
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && open && all.length) {
      event.preventDefault();
      const next = event.key === 'ArrowDown' ? at + 1 : at < 0 ? all.length - 1 : at - 1;
      mark(next < 0 || next >= all.length ? null : all[next]);
    } else if (event.key === 'Enter' && open && at >= 0) {
      event.preventDefault();
      go(all[at], event.ctrlKey || event.metaKey);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (open) { showFound(false); } else if (event.target.value) { event.target.value = ''; } else { event.target.blur(); }
    } else if (event.key === 'Tab') { showFound(false); }
  }

  function go(option, aside) {
    if (aside) { window.open(option.dataset.href, '_blank', 'noopener'); return; }
    showFound(false);
    location.assign(option.dataset.href);
  }

  doc.addEventListener('input', event => {
    if (event.target.id !== 'search') { return; }
    clearTimeout(typed);
    typed = setTimeout(find, 160);
  });
  doc.addEventListener('keydown', event => {
    if (event.target.id === 'search' && !event.isComposing) { searchKey(event); }
  }, true);
  doc.addEventListener('mousedown', event => {
    if (event.target.closest('#foundBox')) { event.preventDefault(); }
  });
  doc.addEventListener('click', event => {
    const option = event.target.closest('#found [role=option]');
    if (option) { go(option, event.ctrlKey || event.metaKey); return; }
    if (!event.target.closest('.search-box')) { showFound(false); }
  });
  doc.addEventListener('submit', event => {
    if (event.target.id === 'searchForm' && !$('#search').value.trim()) { event.preventDefault(); }
  });

  function create(event) {
    const menu = $('details[data-create]');
    if (!menu) { return; }
    event.preventDefault();
    menu.open = true;
    $('a', menu).focus();
  }

  function escape(event) {
    const menu = event.target.closest && event.target.closest('details.menu[open]');
    if (menu) { menu.open = false; $('summary', menu).focus(); return; }
    closeMenus(null);
    if ($('#side.is-open')) { drawer(false); $('[data-nav-drawer]').focus(); }
  }

  function save(event) {
    const form = event.target.closest('form') || $('form.guard');
    const button = form && $('[data-save], .btn-go', form) || $('#main .btn-go:is(button)');
    if (button && !button.disabled) { event.preventDefault(); button.click(); }
  }

  doc.addEventListener('keydown', event => {
    const menu = event.target.closest && event.target.closest('details.menu[open]');
    if (!menu || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) { return; }
    const items = $$('li a, li button', menu);
    const at = items.indexOf(doc.activeElement);
    event.preventDefault();
    items[(at + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length].focus();
  });

  /* --- forms: a warning before leaving, and what was typed comes back when the page had expired --- */
  /* Who acts for several customers must not find what was typed for one in the form of another. */
  const draftKey = form => ['draft', doc.body.dataset.actsFor || '', location.pathname + location.search, form.id].join(':');
  const kept = form => Array.from(form.elements).filter(field =>
    field.name && !/^(hidden|password|file|submit|button)$/.test(field.type) && !field.name.startsWith('jakarta.'));

  function keep(form) {
    const values = kept(form).map(field =>
      [field.name, /^(checkbox|radio)$/.test(field.type) ? [field.value, field.checked] : field.value]);
    try { sessionStorage.setItem(draftKey(form), JSON.stringify(values)); } catch (full) { form.dataset.draft = 'off'; }
  }

  function restore(form) {
    const draft = sessionStorage.getItem(draftKey(form));
    if (!draft) { return; }
    JSON.parse(draft).forEach(([name, value]) => {
      kept(form).filter(field => field.name === name).forEach(field => {
        if (!Array.isArray(value)) { field.value = value; } else if (field.value === value[0]) { field.checked = value[1]; }
      });
    });
    form.dataset.dirty = 'true';
  }

  doc.addEventListener('input', event => {
    const form = event.target.closest('form.guard');
    if (form) { form.dataset.dirty = 'true'; keep(form); }
  });
  doc.addEventListener('submit', event => { event.target.dataset.sent = 'true'; }, true);
  window.addEventListener('beforeunload', event => {
    if ($$('form.guard[data-dirty]').some(form => !form.dataset.sent)) { event.preventDefault(); event.returnValue = texts().leave || ''; }
  });
  function clean() {
    Object.keys(sessionStorage).filter(key => key.startsWith('draft:')).forEach(key => sessionStorage.removeItem(key));
  }

  /* --- passwords, toasts, errors --- */
  doc.addEventListener('change', event => {
    const id = event.target.dataset && event.target.dataset.reveal;
    if (!id) { return; }
    const input = $('input[id$="' + CSS.escape(id) + '"]:not([data-reveal])', event.target.closest('.field'));
    if (input) { input.type = event.target.checked ? 'text' : 'password'; }
  });

  /* What a page asks by itself says so: it must not keep the session of somebody who left alive. */
  let unattended = false;
  if (window.jQuery) {
    window.jQuery.ajaxPrefilter((options, original, request) => {
      if (unattended) { request.setRequestHeader('X-Unattended', 'true'); }
    });
  }

  function press(button) {
    unattended = true;
    try { button.click(); } finally { unattended = false; }
  }

  /* A button that presses itself every few seconds while somebody looks: work goes on elsewhere. */
  function again(button) {
    button.dataset.timed = 'true';
    setTimeout(() => {
      if (!button.isConnected) { return; }
      if (!doc.hidden && !button.disabled) { press(button); }
      again(button);
    }, Number(button.dataset.every) * 1000);
  }

  /* A table that is wider than the screen is moved sideways with the arrow keys. */
  function reachable(wrapper) {
    if (wrapper.scrollWidth <= wrapper.clientWidth) { return; }
    const caption = $('caption', wrapper);
    wrapper.tabIndex = 0;
    wrapper.setAttribute('role', 'region');
    wrapper.setAttribute('aria-label', caption ? caption.textContent.trim() : doc.title);
  }

  /* What was asked for in a dialog is done: it closes, and the page behind shows it. */
  function finished() {
    $$('dialog[open] [data-done]').forEach(done => {
      const dialog = done.closest('dialog');
      done.remove();
      dialog.close();
      $$('[data-refresh="' + CSS.escape(dialog.id) + '"]').forEach(button => button.click());
    });
  }

  /* Enter in a field that picks somebody: the first of the list, also when it is still on its way; then on to the next field. */
  const listOf = input => doc.getElementById(input.id.replace(/_input$/, '_panel'));
  const isOpen = panel => panel && panel.getClientRects().length > 0;

  function goOn(input) {
    const next = doc.getElementById(input.dataset.next);
    const chosen = $('input[type=hidden]', input.closest('.ui-autocomplete'));
    if (next && chosen && chosen.value) { next.focus(); }
  }

  doc.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.ctrlKey || !event.target.matches('[data-next]')) { return; }
    event.preventDefault();
    if (!isOpen(listOf(event.target))) { event.target.dataset.wanted = 'true'; }
  }, true);
  doc.addEventListener('keyup', event => {
    if (event.key === 'Enter' && event.target.matches('[data-next]')) { goOn(event.target); }
  });

  function picks() {
    $$('[data-wanted]').forEach(input => {
      const first = isOpen(listOf(input)) && $('.ui-autocomplete-item', listOf(input));
      if (!first) { return; }
      delete input.dataset.wanted;
      first.click();
      goOn(input);
    });
  }

  function fresh() {
    finished();
    $$('.toast[data-toast=go]:not([data-timed])').forEach(toast => {
      toast.dataset.timed = 'true';
      let left = 7000;
      const tick = setInterval(() => {
        if (toast.matches(':hover, :focus-within')) { return; }
        left -= 500;
        if (left <= 0) { clearInterval(tick); toast.classList.add('is-gone'); }
      }, 500);
    });
    $$('[data-every]:not([data-timed])').forEach(again);
    $$('.ui-datatable-tablewrapper:not([tabindex])').forEach(reachable);
    const errors = $('[data-errors]:not([data-seen])');
    if (errors) { errors.dataset.seen = 'true'; errors.focus(); }
  }

  /* A button whose answer wrote its part of the page anew: the focus goes on to what came, or back to where it was. */
  const stops = 'a[href], button:not(:disabled), input:not([type=hidden], :disabled), select:not(:disabled), textarea, summary';
  let pressed = null;

  doc.addEventListener('click', event => {
    const button = event.isTrusted && event.target.closest('button');
    if (!event.isTrusted) { return; }
    pressed = button && button.id ? { id: button.id, onto: button.dataset.onto, around: [] } : null;
    for (let at = pressed && button.parentElement; at && at !== doc.body; at = at.parentElement) {
      if (at.id) { pressed.around.push(at.id); }
    }
  }, true);

  function goBack() {
    const button = pressed && doc.getElementById(pressed.id);
    if (!pressed || button && button.disabled) { return; }
    const came = button && pressed.onto && $$(pressed.onto, button.closest('fieldset') || button.form).pop();
    if (came) { $(stops, came).focus(); }
    if (doc.activeElement === doc.body) {
      const around = pressed.around.map(id => doc.getElementById(id)).find(part => part && $(stops, part));
      const to = button || around && $(stops, around);
      if (to) { to.focus(); }
    }
    pressed = null;
  }

  function busy(on) { doc.documentElement.toggleAttribute('data-busy', on); }

  /* Whose session ended comes to the door on the way back to the same page: what was typed waits for them. */
  function drafts() {
    const onTheWay = $('.door') && new URLSearchParams(location.search).has('next');
    const back = doc.body.dataset.reopened === 'true' || sessionStorage.getItem('onTheWay');
    sessionStorage.removeItem('onTheWay');
    if (onTheWay) { sessionStorage.setItem('onTheWay', 'yes'); return; }
    if (back) { $$('form.guard').forEach(restore); } else { clean(); }
  }

  /* Where tabs do not fit, the one that is open stands in the middle. */
  function shown(tab) {
    const row = tab.closest('.tabs');
    const at = tab.getBoundingClientRect().left - row.getBoundingClientRect().left;
    row.scrollLeft += at - (row.clientWidth - tab.offsetWidth) / 2;
  }

  function start() {
    drafts();
    fresh();
    $$('[data-bulk]').forEach(bar => picked(bar.dataset.bulk));
    $$('.tabs [aria-current]').forEach(shown);
    if (!window.jQuery) { return; }
    let slow = 0;
    window.jQuery(doc)
      .on('pfAjaxSend', () => { slow = setTimeout(() => busy(true), 400); })
      .on('pfAjaxComplete', () => { clearTimeout(slow); busy(false); })
      .on('pfAjaxUpdated pfAjaxComplete', () => {
        $$('form.guard[data-sent]').forEach(form => delete form.dataset.sent);
        fresh();
        setTimeout(picks, 0);
      })
      .on('pfAjaxComplete', () => {
        setTimeout(goBack, 0);
      });
  }

  window.vinculo = { base: base };
  if (doc.readyState === 'loading') { doc.addEventListener('DOMContentLoaded', start); } else { start(); }
})();
