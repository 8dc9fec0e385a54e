// Forms of editing: what is typed is kept while it is typed, and its effect on status is shown. Forms work without it.
import { deliver, keep, post } from './typing.js';

document.querySelectorAll('form[data-edit]').forEach(function (form) {
    var discard = document.querySelector('form[data-discard]');
    var state = form.querySelector('[data-draft-state]');
    var effect = form.querySelector('[data-effect]');

    var pause = 500;          // ms after the last change until it is sent
    var opened = asItCame();  // what somebody typed before this script ran is typed, too
    var isDirty = function () { return form.dataset.dirty === 'true' || content() !== opened; };
    var kept = opened;        // the form as the server has it
    var previewed = null;
    var sent = null;          // the form that is on its way to be saved, and with which button
    var tooMuch = false;
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

    function send(url, more) { return post(url, new URLSearchParams(data()), more); }

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
                keeper.later(0);
            });
        }
        box.querySelector('.typed').textContent = other;
    }

    // Sends the form to be kept. Resolves to 'kept', 'refused' or 'away'.
    function keepDraft() {
        var values;
        tooMuch = false;
        return deliver({
            send: function () {
                values = content();
                return send(form.dataset.drafts);
            },
            taken: function (body) {
                kept = values;
                var wasWhole = content() === values;
                join(body, values);
                if (wasWhole) kept = content();
                if (!sent) sayKept('Draft kept ' + body.keptAt + '. It is not saved yet.');
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
        return send(form.dataset.preview).then(function (answer) {
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

    var keeper = keep(form, {
        waits: [1000, 2000, 4000, 8000, 15000],
        rests: function () {
            if (content() !== kept) return false;
            if (keptWords && !sent) say(keptWords);
            return true;
        },
        round: function () {
            return keepDraft().then(function (outcome) {
                return outcome === 'kept' ? preview().then(function () { return outcome; }) : outcome;
            });
        },
        next: function (outcome) { return outcome === 'kept' && content() !== kept ? pause : undefined; },
        isOpen: function () { return content() !== kept; },
        late: function () { return send(form.dataset.drafts, { keepalive: true }); },
        warns: isDirty,
        again: function () { sent = null; },
        shown: function () { },
        sending: function (button) {
            var isRepeated = !!sent && sent.button === button && sent.content === content();
            sent = { button: button, content: content() };
            say(asks(button) ? 'Asking for the effect…' : 'Saving…');
            return isRepeated;
        },
        waiting: function (button) {
            say((asks(button) ? 'The server has not answered so far.' : 'Saving… The server has not answered so far.')
                + ' What you typed is still here. You can ' + (asks(button) ? 'ask again.' : 'save again: it is not saved twice.'), true);
        },
        deliver: keepDraft,
        stays: function (outcome, button) {
            if (outcome === 'away' || tooMuch) {
                sent = null;
                return tooMuch ? {} : { wait: 1000 };
            }
            sent = { button: button, content: content() };
            return null;
        }
    });

    function asks(button) { return button && button.name === 'do'; }

    function changed() {
        keeper.stay();
        if (keptWords && !sent) say('Keeping what you type…');
        keeper.later(pause);
    }

    form.addEventListener('input', changed);
    if (content() !== opened) changed();
    form.addEventListener('change', changed);
    // The draft is discarded on the page that follows, if the person is sure: until then all of it is kept.
    if (discard) discard.addEventListener('submit', keeper.leave);

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
});
