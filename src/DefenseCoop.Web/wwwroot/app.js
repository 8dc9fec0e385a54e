// Small conveniences. Every page works without this script.
// It is loaded in <head> without "defer", so that the theme is set before the first paint.
(function () {
    'use strict';

    // Every request of every script is sent here, so that none waits for ever: of a server or a network that hangs nobody
    // tells. What goes at the last moment of a page has nobody to wait for it.
    window.send = function (url, options, longest) {
        var limit = options && options.keepalive ? {} : { signal: AbortSignal.timeout(longest || 15000) };
        return fetch(url, Object.assign({ credentials: 'same-origin' }, limit, options));
    };

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

    // Whose day is today: the server knows it from the next page on. A profile may say otherwise.
    var zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    var named = 'time-zone=' + encodeURIComponent(zone || '');
    if (zone && document.cookie.split('; ').indexOf(named) < 0) {
        document.cookie = named + '; path=' + new URL(document.baseURI).pathname + '; max-age=31536000; SameSite=Lax' + (location.protocol === 'https:' ? '; Secure' : '');
    }

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
        if (url.origin === location.origin && window.Blazor && window.Blazor.navigateTo && !root.hasAttribute('data-unfollowed')) {
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

    // (e) What is wrong in a form is said no longer once it is put right. A form of editing asks the server what still is.
    function settle(field) {
        var error = field.querySelector(':scope > .field-error');
        if (!error) return;
        var id = field.id || (field.querySelector('[aria-invalid]') || {}).id;
        error.remove();
        [field].concat(Array.from(field.querySelectorAll('[aria-describedby]'))).forEach(function (part) {
            var ids = (part.getAttribute('aria-describedby') || '').split(' ').filter(function (name) { return name && name !== error.id; });
            if (ids.length) part.setAttribute('aria-describedby', ids.join(' '));
            else part.removeAttribute('aria-describedby');
        });
        field.querySelectorAll('[aria-invalid]').forEach(function (part) { part.removeAttribute('aria-invalid'); });
        document.querySelectorAll('[data-problems]').forEach(function (box) {
            box.querySelectorAll('a').forEach(function (link) { if (link.hash === '#' + id) link.closest('li').remove(); });
            if (box.querySelector('li')) return;
            box.remove();
            document.title = document.title.replace(/^Error: /, '');
        });
    }

    window.Problems = {
        // Takes away those of the form that are not among the names any more.
        keep: function (form, names) {
            form.querySelectorAll('.field').forEach(function (field) { if (names.indexOf(field.dataset.field) < 0) settle(field); });
        }
    };

    function tried(event) {
        var field = event.target.closest && event.target.closest('.field');
        if (field && !event.target.closest('form[data-edit]') && event.target.value && event.target.validity.valid) settle(field);
    }

    document.addEventListener('input', tried);
    document.addEventListener('change', tried);

    // (f) Passkeys: asks the server for a challenge, the browser for its answer, and posts that with the form.
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

    // (g) Copy buttons: they stand only where a script can do what they say.
    document.addEventListener('DOMContentLoaded', function () {
        if (!navigator.clipboard || !navigator.clipboard.writeText) return;
        document.querySelectorAll('button[data-copy]').forEach(function (button) { button.hidden = false; });
    });
    document.addEventListener('click', function (event) {
        var button = event.target.closest && event.target.closest('button[data-copy]');
        if (!button) return;
        var words = button.dataset.words = button.dataset.words || button.textContent;
        var field = document.getElementById(button.dataset.copy);
        navigator.clipboard.writeText(field.value).then(function () {
            button.textContent = 'Copied';
        }, function () {
            button.textContent = 'Not copied: copy it by hand';
            field.focus();
            field.select();
        }).then(function () { setTimeout(function () { button.textContent = words; }, 3000); });
    });

    async function answer(form) {
        var response = await window.send(form.dataset.options, { method: 'POST', body: new FormData(form) });
        if (!response.ok) throw new Error('no challenge');
        var options = await response.json();
        return form.dataset.passkey === 'create'
            ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
            : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    }

    // Work that goes on at the server: its place on the page is taken from the page itself until it is done.
    function follow() {
        var place = document.querySelector('[data-follow]');
        if (!place) return;
        setTimeout(function () {
            window.send(location.pathname).then(function (answer) {
                return answer.ok ? answer.text() : null;
            }).then(function (html) {
                var now = html && new DOMParser().parseFromString(html, 'text/html').getElementById(place.id);
                if (now && place.isConnected) place.replaceWith(document.importNode(now, true));
            }).catch(function () { /* the next time */ }).then(follow);
        }, 1000);
    }
    document.addEventListener('DOMContentLoaded', follow);
})();
