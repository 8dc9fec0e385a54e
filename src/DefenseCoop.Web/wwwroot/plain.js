// Plain forms that change something: pressed twice at once they go once; where no answer comes, that is said.
import { wait } from './typing.js';

var once = 1000;   // ms in which a second press is none

document.addEventListener('submit', function (event) {
    var form = event.target;
    if (event.defaultPrevented || !form.matches('form[method="post" i]:not([data-edit]):not([data-assess])')) return;
    var now = Date.now();
    if (now - Number(form.dataset.sentAt || 0) < once) {
        event.preventDefault();
        return;
    }
    form.dataset.sentAt = now;
    wait(function () {
        if (form.querySelector('[data-no-answer]')) return;
        var note = document.createElement('p');
        note.className = 'hint';
        note.setAttribute('role', 'status');
        note.setAttribute('data-no-answer', '');
        note.textContent = 'The server has not answered so far. What you entered is still here, and you can send it again.';
        form.append(note);
    });
});
window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent-at]').forEach(function (form) { delete form.dataset.sentAt; });
    document.querySelectorAll('[data-no-answer]').forEach(function (note) { note.remove(); });
});
