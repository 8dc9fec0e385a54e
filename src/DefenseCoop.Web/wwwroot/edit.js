// Forms of editing: what is typed is kept while it is typed, and its effect on status is shown. Forms work without it.
(function () {
    'use strict';

    var form = document.querySelector('form[data-edit]');
    if (!form) return;
    var discard = document.querySelector('form[data-discard]');
    var state = form.querySelector('[data-draft-state]');
    var effect = form.querySelector('[data-effect]');

    var pause = 500;          // ms after the last change until it is sent
    var waits = [1000, 2000, 4000, 8000, 15000];
    var opened = content();   // the form as it came
    var isDirty = function () { return form.dataset.dirty === 'true' || content() !== opened; };
    var kept = opened;        // the form as the server has it
    var previewed = null;
    var timer = 0;
    var failures = 0;
    var running = null;       // the request that is on its way
    var leaving = false;
    var passing = false;      // the form goes out now, having been kept

    function data() { return new FormData(form); }

    // The token is not typed by anybody.
    function content() {
        var fields = new URLSearchParams(new FormData(form));
        fields.delete('__RequestVerificationToken');
        return fields.toString();
    }

    function say(words, isTrouble) {
        if (state.textContent !== words) state.textContent = words;
        state.classList.toggle('trouble', !!isTrouble);
    }

    function clock(iso) { return new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }); }

    function post(url, more) { return Typing.post(url, new URLSearchParams(data()), more); }

    // Sends the form to be kept. Resolves to 'kept', 'refused' or 'away'.
    function keep() {
        var sent;
        return Typing.deliver({
            send: function () {
                sent = content();
                return post(form.dataset.drafts);
            },
            taken: function (body) {
                kept = sent;
                failures = 0;
                say('Draft kept ' + clock(body.keptAt) + '. It is not saved yet.');
                if (discard && discard.hidden) discard.hidden = false;
                // Reloaded, the page shows the draft and not the version that was to be restored.
                if (location.pathname + location.search !== form.dataset.url) history.replaceState(null, '', form.dataset.url + location.hash);
                return 'kept';
            },
            say: function (words) { say(words, true); },
            token: form.dataset.token,
            not: 'Not kept',
            notYet: 'Not kept yet',
            may: 'edit'
        });
    }

    function preview() {
        var asked = content();
        if (asked === previewed || asked === opened) return Promise.resolve();
        return post(form.dataset.preview).then(function (answer) {
            if (!answer.ok || answer.redirected) return;
            return answer.text().then(function (html) {
                previewed = asked;
                if (content() !== asked) return;
                effect.innerHTML = html;
                var checked = effect.querySelector('[data-wrong]');
                if (checked) Problems.keep(form, checked.dataset.wrong.split(' '));
            });
        }, function () { /* the draft says that the server is away */ });
    }

    function later(wait) {
        clearTimeout(timer);
        timer = setTimeout(run, wait);
    }

    // One request at a time, so that an older text never comes after a newer one.
    function run() {
        if (running || leaving) return;
        if (content() === kept) return;
        running = keep().then(function (outcome) {
            if (outcome === 'kept') return preview().then(function () { return outcome; });
            return outcome;
        }).then(function (outcome) {
            running = null;
            if (leaving) return;
            if (outcome === 'away') later(waits[Math.min(failures++, waits.length - 1)]);
            else if (outcome === 'kept' && content() !== kept) later(pause);
        });
    }

    function changed(event) {
        later(pause);
    }

    form.addEventListener('input', changed);
    form.addEventListener('change', changed);
    window.addEventListener('online', function () { later(0); });

    // A tab that is hidden may be closed: what is not on its way yet goes now.
    function hurry() {
        if (leaving || content() === kept) return;
        try { post(form.dataset.drafts, { keepalive: true }).catch(function () { }); } catch (e) { /* larger than a browser sends so late */ }
    }

    document.addEventListener('visibilitychange', function () { if (document.visibilityState === 'hidden') hurry(); });
    window.addEventListener('pagehide', hurry);
    window.addEventListener('beforeunload', function (event) {
        if (leaving || !isDirty()) return;
        event.preventDefault();
        event.returnValue = '';
    });

    // A form that is sent to a server that is away would be replaced by the browser's own page.
    form.addEventListener('submit', function (event) {
        if (passing) {
            passing = false;
            return;
        }

        var button = event.submitter;
        event.preventDefault();
        clearTimeout(timer);
        (running || Promise.resolve()).then(function () { return keep(); }).then(function (outcome) {
            if (outcome === 'away') {
                say(state.textContent.replace(/^Not kept( yet)?/, 'Not saved'), true);
                later(waits[0]);
                return;
            }
            leaving = true;
            passing = true;
            form.requestSubmit(button);
        });
    });
    // The draft is discarded on the page that follows, if the person is sure: until then all of it is kept.
    if (discard) discard.addEventListener('submit', function () { hurry(); leaving = true; clearTimeout(timer); });
    // Shown again from the browser's memory, it is a form like any other.
    window.addEventListener('pageshow', function () { leaving = false; });

    Typing.countIn(form);

    // Of two texts for one field, the chosen one stands in the field at once.
    function fill(name, value, words) {
        var pick = form.querySelector('[data-pick][data-field="' + name + '"]');
        if (pick) {
            Picks.set(pick, value.split('\n'), words && words.split('\n'));
            return;
        }

        var controls = Array.prototype.filter.call(form.elements, function (c) { return c.name === 'f.' + name; });
        controls.forEach(function (control) { control.value = value; });
    }

    function valueOf(name) {
        return new FormData(form).getAll('f.' + name).join('\n');
    }

    var mine = {};
    form.querySelectorAll('[data-keep]').forEach(function (choice) {
        var name = choice.dataset.keep;
        if (!(name in mine)) mine[name] = valueOf(name);
    });
    form.addEventListener('change', function (event) {
        if (!event.target.matches('[data-keep]')) return;
        var name = event.target.dataset.keep;
        var theirs = form.elements['theirs.' + name];
        if (event.target.value === 'theirs') fill(name, theirs.value, theirs.dataset.words);
        else fill(name, mine[name]);
    });
    // Whoever writes on in such a field means their own text.
    form.addEventListener('input', function (event) {
        var name = event.target.name && event.target.name.indexOf('f.') === 0 ? event.target.name.slice(2) : null;
        if (!name || !(name in mine)) return;
        mine[name] = valueOf(name);
        form.querySelectorAll('[data-keep][value="mine"]').forEach(function (choice) { if (choice.dataset.keep === name) choice.checked = true; });
    });
})();
