// Says below a date or number what the program understands of it while it is typed. It is read on the server, in one place.
(function () {
    'use strict';

    var pause = 300;     // ms after the last key
    var longest = 200;   // characters
    var longestWait = 5000;
    var timers = new WeakMap();

    function show(field, words, isTrouble) {
        var line = document.getElementById(field.id + '-echo');
        if (!line) return;
        if (line.textContent !== words) line.textContent = words;
        line.classList.toggle('trouble', !!isTrouble);
    }

    function besideOf(field) {
        return field.dataset.beside && field.form ? field.form.elements[field.dataset.beside] : null;
    }

    function ask(field) {
        var text = field.value;
        if (!text.trim() || text.length > longest) {
            show(field, '', false);
            return;
        }
        var query = new URLSearchParams({ kind: field.dataset.reads, text: text });
        var beside = besideOf(field);
        if (beside && beside.type === 'checkbox') query.append('words', beside.checked ? beside.value : '');
        else query.append('unit', beside ? beside.value : field.dataset.unit || '');
        window.send(new URL('understood?' + query, document.baseURI), { redirect: 'error' }, longestWait).then(function (answer) {
            return answer.ok ? answer.json() : null;
        }).then(function (read) {
            if (read && field.value === text) show(field, read.words, read.isTrouble);
        }, function () { /* the form says it when it is sent */ });
    }

    function later(field) {
        clearTimeout(timers.get(field));
        timers.set(field, setTimeout(function () { ask(field); }, pause));
    }

    document.addEventListener('input', function (event) {
        var field = event.target;
        if (!field.matches) return;
        if (field.matches('[data-reads]')) later(field);
        if (!field.form || !field.name) return;
        field.form.querySelectorAll('[data-beside]').forEach(function (other) {
            if (other.dataset.beside === field.name) later(other);
        });
    });

    // What a filter understood stands in the page that it leads to.
    document.addEventListener('submit', function (event) {
        if (!event.target.matches('form[method="get" i]')) return;
        event.target.querySelectorAll('[data-reads]').forEach(function (field) {
            clearTimeout(timers.get(field));
            show(field, '', false);
        });
    });
})();
