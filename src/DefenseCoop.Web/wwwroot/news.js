// Says on a plain page that what it shows has changed. A browser has few connections to one server, so it asks only
// while the page is looked at; what happened meanwhile is told when it is looked at again.
(function () {
    'use strict';

    var note = document.querySelector('[data-news]');
    if (!note || !window.EventSource) return;
    var source = null;
    var isTold = false;

    function stop() {
        if (source) source.close();
        source = null;
    }

    function listen() {
        if (source || isTold) return;
        source = new EventSource(note.dataset.news);
        source.addEventListener('changed', function () {
            stop();
            isTold = true;
            note.append(note.querySelector('template').content.cloneNode(true));
        });
    }

    function follow() { if (document.visibilityState === 'hidden') stop(); else listen(); }

    document.addEventListener('visibilitychange', follow);
    window.addEventListener('pagehide', stop);
    window.addEventListener('pageshow', follow);
    follow();
})();
