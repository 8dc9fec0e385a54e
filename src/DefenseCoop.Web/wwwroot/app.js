// Small conveniences. Every page works without this script.
// It is loaded in <head> without "defer", so that the theme is set before the first paint.
(function () {
    'use strict';

    // (a) Theme: localStorage 'theme' is 'light', 'dark', or absent: as the account has it, else as the system does.
    var root = document.documentElement;

    function storedTheme() {
        var value = null;
        try { value = localStorage.getItem('theme'); } catch (e) { /* storage is blocked: follow the system */ }
        return value === 'light' || value === 'dark' ? value : root.dataset.accountTheme || '';
    }

    var theme = storedTheme();

    function applyTheme() {
        if (theme) {
            if (root.dataset.theme !== theme) root.dataset.theme = theme;
        } else if ('theme' in root.dataset) {
            delete root.dataset.theme;
        }
        document.querySelectorAll('select[data-theme-select]').forEach(function (select) {
            if (select.value !== theme) select.value = theme;
        });
    }

    applyTheme();
    document.addEventListener('DOMContentLoaded', applyTheme);
    document.addEventListener('change', function (event) {
        if (!event.target.matches || !event.target.matches('select[data-theme-select]')) return;
        theme = event.target.value === 'light' || event.target.value === 'dark' ? event.target.value : '';
        try {
            if (theme) localStorage.setItem('theme', theme);
            else localStorage.removeItem('theme');
        } catch (e) { /* storage is blocked: it holds for this page */ }
        applyTheme();
    });
    window.addEventListener('storage', function (event) {
        if (event.key !== null && event.key !== 'theme') return;
        theme = storedTheme();
        applyTheme();
    });

    // Blazor may replace the select or reset the attribute when it renders; the parser does neither.
    document.addEventListener('DOMContentLoaded', function () {
        new MutationObserver(applyTheme).observe(root, {
            subtree: true, childList: true, attributes: true, attributeFilter: ['data-theme']
        });
    });

    // (b) Forms that only ask for a page: no empty parameters in the address.
    document.addEventListener('submit', function (event) {
        var form = event.target;
        if (event.defaultPrevented || !form.matches('form[method="get" i][data-clean]')) return;
        var query = new URLSearchParams();
        new FormData(form, event.submitter).forEach(function (value, name) {
            if (typeof value === 'string' && value.trim() !== '') query.append(name, value.trim());
        });
        var url = new URL(form.getAttribute('action') || location.pathname, document.baseURI);
        url.search = query.toString();
        url.hash = '';
        event.preventDefault();
        var panel = form.closest('details.clocks');
        var menu = form.closest('[popover]');
        if (menu && menu.matches(':popover-open')) menu.hidePopover();
        if (panel) {
            panel.open = false;
            panel.querySelector('summary').focus();
        }
        if (url.origin === location.origin && window.Blazor && window.Blazor.navigateTo) {
            window.Blazor.navigateTo(url.pathname + url.search);
        } else {
            location.assign(url.href);
        }
    });

    // (c) The skip link: Blazor scrolls to the content, but leaves the focus behind.
    document.addEventListener('click', function (event) {
        if (event.target.matches('.skip-link')) document.getElementById('main').focus();
    });

    // (d) Small panels close on Escape (focus returns to what opened them) and on a click elsewhere.
    var panels = 'details.filter[open], details.sources[open]';

    document.addEventListener('keydown', function (event) {
        if (event.key !== 'Escape') return;
        var inside = event.target.closest && event.target.closest(panels);
        document.querySelectorAll(panels).forEach(function (panel) {
            if (inside && panel !== inside) return;
            panel.open = false;
            if (panel === inside) panel.querySelector('summary').focus();
        });
    });
    document.addEventListener('click', function (event) {
        document.querySelectorAll(panels).forEach(function (panel) {
            if (!panel.contains(event.target)) panel.open = false;
        });
    });

    // (e) The key "/" leads to the search box; the menu closes with what was chosen in it.
    document.addEventListener('keydown', function (event) {
        if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
        if (event.target.closest('input, textarea, select, [contenteditable]')) return;
        var box = document.querySelector('[aria-keyshortcuts="/"]');
        if (!box) return;
        event.preventDefault();
        box.focus();
        box.select();
    });
    document.addEventListener('click', function (event) {
        var menu = event.target.closest('a') && event.target.closest('[popover]');
        if (menu && menu.matches(':popover-open')) menu.hidePopover();
    });

    // (f) What the address points at stays marked when the circuit renders the page anew, which :target does not.
    function markTarget() {
        var id = '';
        try { id = decodeURIComponent(location.hash.slice(1)); } catch (e) { /* no name of ours */ }
        var target = id ? document.getElementById(id) : null;
        document.querySelectorAll('[data-target]').forEach(function (marked) {
            if (marked !== target) marked.removeAttribute('data-target');
        });
        if (!target || target.hasAttribute('data-target')) return;
        target.setAttribute('data-target', '');
        if (target.matches('details')) target.open = true;
    }

    window.addEventListener('hashchange', markTarget);
    document.addEventListener('click', function () { setTimeout(markTarget); });
    document.addEventListener('DOMContentLoaded', function () {
        markTarget();
        new MutationObserver(markTarget).observe(document.body, { subtree: true, childList: true });
    });

    // (g) Forms that ask anew as soon as something in them is chosen.
    document.addEventListener('change', function (event) {
        var form = event.target.form;
        if (form && form.matches('[data-live]') && !event.target.matches('[data-theme-select]')) form.requestSubmit();
    });

    // (h) Why, in the register: all of it is fetched when it is opened, and stands over all columns.
    document.addEventListener('click', function (event) {
        var why = event.target.closest('.register details.why > summary');
        var cell = why && why.closest('tr').nextElementSibling.cells[0];
        if (!cell || cell.querySelector('.why-body')) return;
        fetch(cell.querySelector('a').href).then(function (answer) { return answer.ok ? answer.text() : ''; }).then(function (page) {
            var why = new DOMParser().parseFromString(page, 'text/html').querySelector('#why .why-body');
            if (why && cell.isConnected) cell.replaceChildren(document.adoptNode(why));
        }, function () { /* the first cause stands, with the way to the others */ });
    });

    // (i) Passkeys: asks the server for a challenge, the browser for its answer, and posts that with the form.
    document.addEventListener('DOMContentLoaded', function () {
        if (!window.PublicKeyCredential || !PublicKeyCredential.parseRequestOptionsFromJSON) return;
        document.querySelectorAll('form[data-passkey]').forEach(function (form) { form.hidden = false; });
        document.querySelectorAll('[data-no-passkeys]').forEach(function (note) { note.hidden = true; });
    });
    document.addEventListener('submit', function (event) {
        var form = event.target;
        if (!form.matches('form[data-passkey]') || form.elements.credential.value) return;
        event.preventDefault();
        var problem = form.querySelector('[data-passkey-error]');
        problem.hidden = true;
        answer(form).then(function (credential) {
            form.elements.credential.value = JSON.stringify(credential);
            form.submit();
        }, function () { problem.hidden = false; });
    });

    async function answer(form) {
        var response = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form) });
        if (!response.ok) throw new Error('no challenge');
        var options = await response.json();
        return form.dataset.passkey === 'create'
            ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
            : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    }
})();
