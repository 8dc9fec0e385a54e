// Says on a plain page that what it shows has changed. A browser has few connections to one server, so it asks only
// while the page is looked at; what happened meanwhile is told when it is looked at again.
(function () {
    'use strict';

    var note = document.querySelector('[data-news]');
    if (!note || !window.EventSource) return;
    var source = null;
    var isTold = false;
    var silence = 60000;    // ms after which a server that says nothing is asked anew; it says something every 20 seconds
    var timer = 0;

    function stop() {
        clearTimeout(timer);
        if (source) source.close();
        source = null;
    }

    function heard() {
        clearTimeout(timer);
        timer = setTimeout(function () {
            stop();
            listen();
        }, silence);
    }

    function listen() {
        if (source || isTold) return;
        source = new EventSource(note.dataset.news);
        heard();
        source.addEventListener('same', heard);
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
