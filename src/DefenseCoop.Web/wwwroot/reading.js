// What makes reading quicker. Every page says and does the same without it.
(function () {
    'use strict';

    var answerTime = 5000;

    // (a) The key "/" leads to the search box; the menu closes with what was chosen in it.
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

    // (b) What the address points at stays marked when the circuit renders the page anew, which :target does not.
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

    // (c) Forms that ask anew as soon as something in them is chosen.
    document.addEventListener('change', function (event) {
        var form = event.target.form;
        if (form && form.matches('[data-live]') && !event.target.matches('[data-theme-select]')) form.requestSubmit();
    });

    // (d) Why, of a row of a table: all of it is fetched when it is opened, and stands over all columns.
    document.addEventListener('click', function (event) {
        var why = event.target.closest('tr:has(+ .why-row) details.why > summary');
        var cell = why && why.closest('tr').nextElementSibling.cells[0];
        if (!cell || cell.querySelector('.why-body')) return;
        window.send(cell.querySelector('a').href, {}, answerTime).then(function (answer) { return answer.ok ? answer.text() : ''; }).then(function (page) {
            var why = new DOMParser().parseFromString(page, 'text/html').querySelector('#why .why-body');
            if (why && cell.isConnected) cell.replaceChildren(document.adoptNode(why));
        }, function () { /* the first cause stands, with the way to the others */ });
    });
})();
