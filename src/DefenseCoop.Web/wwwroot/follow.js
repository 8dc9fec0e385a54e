// A page of forms that is read for long: it asks whether what it shows was changed, and offers to show it.
(function () {
    'use strict';

    var note = document.querySelector('[data-follow]');
    if (!note) return;
    var every = 4000;
    var timer = 0;
    var isAsking = false;

    function later() {
        isAsking = false;
        timer = setTimeout(ask, every);
    }

    // What somebody began to type stays: the new state opens beside it.
    function isTyped() {
        return Array.from(document.querySelectorAll('main textarea')).some(function (field) { return field.value !== field.defaultValue; });
    }

    function show() {
        var link = note.querySelector('template').content.firstElementChild.cloneNode(true);
        link.addEventListener('click', function () { link.target = isTyped() ? '_blank' : ''; });
        note.appendChild(link);
    }

    function ask() {
        clearTimeout(timer);
        if (document.hidden || isAsking) return;
        isAsking = true;
        fetch(note.dataset.follow, { cache: 'no-store', redirect: 'manual', credentials: 'same-origin' })
            .then(function (answer) { return answer.ok ? answer.json() : null; })
            .then(function (answer) { if (answer && answer.isChanged) show(); else later(); }, later);
    }

    document.addEventListener('visibilitychange', function () { if (!note.querySelector('a')) ask(); });
    later();
})();
