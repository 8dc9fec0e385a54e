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
    var opened = asItCame();  // what somebody typed before this script ran is typed, too
    var isDirty = function () { return form.dataset.dirty === 'true' || content() !== opened; };
    var kept = opened;        // the form as the server has it
    var previewed = null;
    var timer = 0;
    var failures = 0;
    var running = null;       // the request that is on its way
    var leaving = false;
    var passing = false;      // the form goes out now, having been kept
    var sent = null;          // the form that is on its way to be saved, and with which button
    var tooMuch = false;
    var answered = function () { };
    form.elements.DraftTab.value = form.elements.DraftTab.value || Math.random().toString(36).slice(2, 12);

    function data() { return new FormData(form); }

    // What is typed, and not what the form notes beside it.
    function content() {
        var fields = new URLSearchParams();
        data().forEach(function (value, name) { if (!/^(_|b\.|find\.|Draft|Doubt)/.test(name)) fields.append(name, value); });
        return fields.toString();
    }

    function asItCame() {
        var fields = new URLSearchParams();
        Array.prototype.forEach.call(form.elements, function (field) {
            if (!field.name || field.disabled || /^(_|b\.|find\.|Draft|Doubt)/.test(field.name) || /^(submit|button|reset|file|image|fieldset|output)$/.test(field.type)) return;
            if (field.options) {
                var chosen = Array.prototype.filter.call(field.options, function (o) { return o.defaultSelected; });
                if (!chosen.length && !field.multiple && field.options.length) chosen = [field.options[0]];
                chosen.forEach(function (o) { fields.append(field.name, o.value); });
            } else if (field.type === 'checkbox' || field.type === 'radio') {
                if (field.defaultChecked) fields.append(field.name, field.value);
            } else {
                fields.append(field.name, field.defaultValue);
            }
        });
        return fields.toString();
    }

    function say(words, isTrouble) {
        if (state.textContent !== words) state.textContent = words;
        state.classList.toggle('trouble', !!isTrouble);
    }

    var keptWords = '';

    // Only what is kept is said to be kept.
    function sayKept(words) {
        keptWords = words;
        say(content() === kept ? words : 'Keeping what you type…');
    }

    function clock(iso) { return Typing.clock(iso); }

    function post(url, more) { return Typing.post(url, new URLSearchParams(data()), more); }

    // What a field held when it was last at one with what is kept: the server needs it to bring windows together.
    function note(name, value) {
        var field = form.elements['b.' + name];
        if (!field) {
            field = document.createElement('input');
            field.type = 'hidden';
            field.name = 'b.' + name;
            form.prepend(field);
        }
        field.value = value;
    }

    function namesOf(values) {
        var names = {};
        new URLSearchParams(values).forEach(function (value, name) {
            var field = name.indexOf('f.') === 0 ? name.slice(2) : name === 'Why' ? name : null;
            if (field) names[field] = field in names ? names[field] + '\n' + value : value;
        });
        return names;
    }

    // Takes what the person typed into the same form elsewhere; of two texts for one field both stay until one is chosen.
    function join(body, sentValues) {
        var before = namesOf(sentValues);
        form.querySelectorAll('input[name^="b."]').forEach(function (field) {
            if (!(field.name.slice(2) in before)) before[field.name.slice(2)] = '';
        });
        document.querySelectorAll('[data-draft-id]').forEach(function (field) { field.value = body.draft; });
        form.elements.DraftRevision.value = body.revision;
        Object.keys(before).forEach(function (name) { if (!(name in body.conflicts) && !(name in body.news)) note(name, before[name]); });
        Object.keys(body.news).forEach(function (name) {
            if (valueOf(name) !== (before[name] || '')) return;
            fill(name, body.news[name]);
            note(name, body.news[name]);
        });
        form.querySelectorAll('[data-two-texts]').forEach(function (box) { if (!(box.dataset.twoTexts in body.conflicts)) box.remove(); });
        Object.keys(body.conflicts).forEach(function (name) { showTwo(name, body.conflicts[name]); });
    }

    function showTwo(name, other) {
        var box = Array.prototype.find.call(form.querySelectorAll('[data-two-texts]'), function (b) { return b.dataset.twoTexts === name; });
        if (!box) {
            box = document.querySelector('[data-two-texts-template]').content.firstElementChild.cloneNode(true);
            box.dataset.twoTexts = name;
            var control = controlsOf(name)[0];
            (control && control.closest('.field') || state).after(box);
            box.addEventListener('click', function (event) {
                var take = event.target.dataset.take;
                if (!take) return;
                var theirs = box.querySelector('.typed').textContent;
                if (take === 'other') fill(name, theirs);
                note(name, theirs);
                box.remove();
                later(0);
            });
        }
        box.querySelector('.typed').textContent = other;
    }

    // Sends the form to be kept. Resolves to 'kept', 'refused' or 'away'.
    function keep() {
        var values;
        tooMuch = false;
        return Typing.deliver({
            send: function () {
                values = content();
                return post(form.dataset.drafts);
            },
            taken: function (body) {
                kept = values;
                failures = 0;
                var wasWhole = content() === values;
                join(body, values);
                if (wasWhole) kept = content();
                if (!sent) sayKept('Draft kept ' + clock(body.keptAt) + '. It is not saved yet.');
                if (discard && discard.hidden) discard.hidden = false;
                // Reloaded, the page shows the draft and not the version that was to be restored.
                if (location.pathname + location.search !== form.dataset.url) history.replaceState(null, '', form.dataset.url + location.hash);
                return 'kept';
            },
            say: function (words) {
                var again = ' You can save again: it is not saved twice.';
                say(sent ? words.replace(/^Not kept( yet)?/, 'Not saved') + (tooMuch ? '' : again) : words, true);
            },
            tooMuch: function () { tooMuch = true; },
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
        if (content() === kept) {
            if (keptWords && !sent) say(keptWords);
            return;
        }
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
        // Whoever writes on has not left: no answer came so far.
        leaving = false;
        if (keptWords && !sent) say('Keeping what you type…');
        later(pause);
    }

    form.addEventListener('input', changed);
    if (content() !== opened) changed();
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
        var asks = button && button.name === 'do';
        var isRepeated = !!sent && sent.button === button && sent.content === content();
        sent = { button: button, content: content() };
        say(asks ? 'Asking for the effect…' : 'Saving…');
        answered();
        answered = Typing.wait(function () {
            say((asks ? 'The server has not answered so far.' : 'Saving… The server has not answered so far.')
                + ' What you typed is still here. You can ' + (asks ? 'ask' : 'save') + ' again' + (asks ? '.' : ': it is not saved twice.'), true);
        });

        // What was kept and sent already goes again as it is.
        if (isRepeated && leaving) {
            go(button);
            return;
        }
        (running || Promise.resolve()).then(function () { return keep(); }).then(function (outcome) {
            if (outcome === 'away' || tooMuch) {
                answered();
                sent = null;
                if (!tooMuch) later(waits[0]);
                return;
            }
            sent = { button: button, content: content() };
            go(button);
        });
    });

    function go(button) {
        leaving = true;
        passing = true;
        form.requestSubmit(button);
    }
    // The draft is discarded on the page that follows, if the person is sure: until then all of it is kept.
    if (discard) discard.addEventListener('submit', function () { hurry(); leaving = true; clearTimeout(timer); });
    // Shown again from the browser's memory, it is a form like any other.
    window.addEventListener('pageshow', function () {
        leaving = false;
        sent = null;
        answered();
    });

    Typing.countIn(form);

    // Of two texts for one field, the chosen one stands in the field at once.
    function controlsOf(name) {
        var full = name === 'Why' ? name : 'f.' + name;
        return Array.prototype.filter.call(form.elements, function (c) { return c.name === full; });
    }

    function fill(name, value, words) {
        var pick = form.querySelector('[data-pick][data-field="' + name + '"]');
        if (pick) {
            Picks.set(pick, value.split('\n'), words && words.split('\n'));
            return;
        }

        controlsOf(name).forEach(function (control) {
            if (control.type === 'checkbox') control.checked = control.value === value;
            else control.value = value;
        });
    }

    function valueOf(name) {
        return data().getAll(name === 'Why' ? name : 'f.' + name).join('\n').replace(/\r\n/g, '\n');
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
